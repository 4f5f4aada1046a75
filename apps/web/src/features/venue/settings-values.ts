import { type Config, type ConfigChange, updateConfig } from '@monkey-tracker/contract/config';
import { unitLabels } from '@monkey-tracker/contract/values';
import { schemaErrors } from '../../ui/schema-errors.ts';

/** The venue's settings as their form holds them. */
export interface SettingsValues {
  unitLabel: string;
  timeZone: string;
  afterHours: string;
  retentionMonths: string;
}

export const settingsValuesOf = ({ unitLabel, timeZone, archive }: Config): SettingsValues => ({
  unitLabel,
  timeZone,
  afterHours: String(archive.afterHours),
  retentionMonths: String(archive.retentionMonths),
});

export const settingsBodyOf = (values: SettingsValues): ConfigChange => ({
  unitLabel: unitLabels.find((label) => label === values.unitLabel),
  timeZone: values.timeZone.trim(),
  archive: { afterHours: wholeOf(values.afterHours), retentionMonths: wholeOf(values.retentionMonths) },
});

/** Blank is no number, and not zero. */
const wholeOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));

const bounds = { afterHours: 24 * 14, retentionMonths: 1_200 };

export function settingsErrors(values: SettingsValues): Record<string, string> {
  const found = schemaErrors(updateConfig.body.pick({ timeZone: true }), {
    timeZone: values.timeZone.trim(),
  });
  for (const name of ['afterHours', 'retentionMonths'] as const) {
    const typed = wholeOf(values[name]);
    const fits = Number.isInteger(typed) && typed >= 1 && typed <= bounds[name];
    if (!fits) found[name] = `A whole number from 1 to ${bounds[name]}`;
  }
  return found;
}
