import { type Config, updateConfig } from '@monkey-tracker/contract/config';
import { expect, it } from 'vitest';
import { settingsChanges } from './settings-changes.ts';
import { followed, settingsBodyOf, settingsErrors, type SettingsValues } from './settings-values.ts';

const good: SettingsValues = {
  unitLabel: 'Drone',
  timeZone: 'Europe/Berlin',
  afterHours: '24',
  retentionMonths: '2',
  idleMinutes: '10080',
  maxHours: '720',
  adminsNeedTwoFactor: 'No',
};
const names = Object.keys(good) as (keyof SettingsValues)[];

const config = {
  unitLabel: 'Drone',
  timeZone: 'Europe/Berlin',
  archive: { afterHours: 24, retentionMonths: 2 },
  sessions: { idleMinutes: 10_080, maxHours: 720 },
  adminsNeedTwoFactor: false,
} as Config;

it('tells the server what the form says', () => {
  expect(updateConfig.body.parse(settingsBodyOf(good, names))).toEqual({
    unitLabel: 'Drone',
    timeZone: 'Europe/Berlin',
    archive: { afterHours: 24, retentionMonths: 2 },
    sessions: { idleMinutes: 10_080, maxHours: 720 },
    adminsNeedTwoFactor: false,
  });
});

it('follows what somebody else saved, but for what is being typed', () => {
  const typed = { ...good, retentionMonths: '3' };
  const after = { ...good, unitLabel: 'Monkey', retentionMonths: '6' };
  expect(followed({ before: good, after, typed })).toEqual({ ...after, retentionMonths: '3' });
});

it('names only what was changed, with its value now and then and what follows', () => {
  const typed = { ...good, retentionMonths: '1', unitLabel: 'Monkey' };
  const changes = settingsChanges(config, typed);
  expect(changes.map(({ name, now, next }) => [name, now, next])).toEqual([
    ['unitLabel', 'Drone', 'Monkey'],
    ['retentionMonths', '2', '1'],
  ]);
  expect(changes[1]?.effect).toContain('purged');
  expect(settingsBodyOf(typed, ['unitLabel', 'retentionMonths'])).toEqual({
    unitLabel: 'Monkey',
    archive: { retentionMonths: 1 },
  });
  expect(settingsChanges(config, { ...good, timeZone: ' Europe/Berlin ' })).toEqual([]);
});

it.each<[Partial<SettingsValues>, string]>([
  [{ timeZone: 'Mars/Base' }, 'timeZone'],
  [{ afterHours: '' }, 'afterHours'],
  [{ afterHours: '337' }, 'afterHours'],
  [{ retentionMonths: '0' }, 'retentionMonths'],
  [{ retentionMonths: '1.5' }, 'retentionMonths'],
  [{ idleMinutes: '4' }, 'idleMinutes'],
  [{ maxHours: '87601' }, 'maxHours'],
])('refuses %j as the server would', (wrong, field) => {
  const values = { ...good, ...wrong };
  expect(Object.keys(settingsErrors(values))).toEqual([field]);
  expect(updateConfig.body.safeParse(settingsBodyOf(values, names)).success).toBe(false);
  expect(settingsErrors(good)).toEqual({});
});
