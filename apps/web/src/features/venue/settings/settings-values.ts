import { type Config, type ConfigChange, updateConfig } from '@monkey-tracker/contract/config';
import { unitLabels } from '@monkey-tracker/contract/values';
import { schemaErrors } from '../../../ui/schema-errors.ts';

/** The venue's settings as their form holds them. */
export interface SettingsValues {
  unitLabel: string;
  timeZone: string;
  afterHours: string;
  retentionMonths: string;
  idleMinutes: string;
  maxHours: string;
  adminsNeedTwoFactor: string;
}

export const settingsValuesOf = ({
  unitLabel,
  timeZone,
  archive,
  sessions,
  adminsNeedTwoFactor,
}: Config): SettingsValues => ({
  unitLabel,
  timeZone,
  afterHours: String(archive.afterHours),
  retentionMonths: String(archive.retentionMonths),
  idleMinutes: String(sessions.idleMinutes),
  maxHours: String(sessions.maxHours),
  adminsNeedTwoFactor: adminsNeedTwoFactor ? 'Yes' : 'No',
});

type Name = keyof SettingsValues;

/** Only what is named: what somebody else changed meanwhile stays. */
export function settingsBodyOf(values: SettingsValues, names: readonly Name[]): ConfigChange {
  const has = (name: Name) => names.includes(name);
  const whole = (name: 'afterHours' | 'retentionMonths' | 'idleMinutes' | 'maxHours') =>
    has(name) ? { [name]: wholeOf(values[name]) } : {};
  return {
    ...(has('unitLabel') && { unitLabel: unitLabels.find((label) => label === values.unitLabel) }),
    ...(has('timeZone') && { timeZone: values.timeZone.trim() }),
    ...((has('afterHours') || has('retentionMonths')) && {
      archive: { ...whole('afterHours'), ...whole('retentionMonths') },
    }),
    ...((has('idleMinutes') || has('maxHours')) && {
      sessions: { ...whole('idleMinutes'), ...whole('maxHours') },
    }),
    ...(has('adminsNeedTwoFactor') && { adminsNeedTwoFactor: values.adminsNeedTwoFactor === 'Yes' }),
  };
}

interface Following {
  before: SettingsValues;
  after: SettingsValues;
  typed: SettingsValues;
}

/** What a form shows when the settings changed under it: what was typed stays, all else follows. */
export function followed({ before, after, typed }: Following): SettingsValues {
  const names = Object.keys(before) as Name[];
  const kept = names.filter((name) => typed[name] !== before[name]);
  return { ...after, ...Object.fromEntries(kept.map((name) => [name, typed[name]])) };
}

/** Blank is no number, and not zero. */
const wholeOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));

const bounds = {
  afterHours: [1, 24 * 14],
  retentionMonths: [1, 1_200],
  idleMinutes: [5, 5_256_000],
  maxHours: [1, 87_600],
} as const;

export function settingsErrors(values: SettingsValues): Record<string, string> {
  const found = schemaErrors(updateConfig.body.pick({ timeZone: true }), {
    timeZone: values.timeZone.trim(),
  });
  for (const name of ['afterHours', 'retentionMonths', 'idleMinutes', 'maxHours'] as const) {
    const typed = wholeOf(values[name]);
    const [least, most] = bounds[name];
    const fits = Number.isInteger(typed) && typed >= least && typed <= most;
    if (!fits) found[name] = `A whole number from ${least} to ${most}`;
  }
  return found;
}
