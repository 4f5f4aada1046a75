import type { Config } from '@monkey-tracker/contract/config';
import { type SettingsValues, settingsValuesOf } from './settings-values.ts';

/** What saving would change: the setting as the form names it, its value now and next, and what follows. */
export interface SettingChange {
  name: keyof SettingsValues;
  label: string;
  now: string;
  next: string;
  effect: string;
}

export const settingLabels: Record<keyof SettingsValues, string> = {
  unitLabel: 'Unit label',
  timeZone: 'Time zone',
  afterHours: 'Archive after (hours)',
  retentionMonths: 'Keep archived shows (months)',
  idleMinutes: 'Sign out after (minutes without use)',
  maxHours: 'Sign in again after (hours)',
  adminsNeedTwoFactor: 'Administrators need two-factor sign-in',
};

const fewer = (now: string, next: string) => Number(next) < Number(now);

const effects: Record<keyof SettingsValues, (now: string, next: string) => string> = {
  unitLabel: () => 'Every page calls a unit so, unless a person has chosen a word of their own.',
  timeZone: () =>
    'Shows keep their date and time; when they are archived, and what counts as today, moves with it.',
  afterHours: (now, next) =>
    fewer(now, next)
      ? 'Shows that are old enough by that time go to the archive within a minute.'
      : 'Shows stay longer among the active ones. What is archived stays archived.',
  retentionMonths: (now, next) =>
    fewer(now, next)
      ? `Archived shows made more than ${next} months ago are purged for good, soon. Their daily totals stay.`
      : 'Archived shows stay longer. What was purged does not come back.',
  idleMinutes: () => 'Holds for each session from its next use on.',
  maxHours: (now, next) =>
    fewer(now, next)
      ? 'Sessions that are older end at their next use.'
      : 'Holds for each session from its next use on.',
  adminsNeedTwoFactor: (_now, next) =>
    next === 'Yes'
      ? 'Administrators without it can do what a dispatcher can, until they turn it on under their account.'
      : 'The password alone makes an administrator again.',
};

/** The differences between the settings as they are and what was typed. */
export function settingsChanges(config: Config, typed: SettingsValues): SettingChange[] {
  const values = settingsValuesOf(config);
  const names = Object.keys(settingLabels) as (keyof SettingsValues)[];
  return names.flatMap((name) => {
    const [now, next] = [values[name], typed[name].trim()];
    return now === next
      ? []
      : [{ name, label: settingLabels[name], now, next, effect: effects[name](now, next) }];
  });
}
