import { updateConfig } from '@monkey-tracker/contract/config';
import { expect, it } from 'vitest';
import { settingsBodyOf, settingsErrors } from './settings-values.ts';

const good = { unitLabel: 'Drone', timeZone: 'Europe/Berlin', afterHours: '24', retentionMonths: '2' };

it('tells the server what the form says', () => {
  expect(updateConfig.body.parse(settingsBodyOf(good))).toEqual({
    unitLabel: 'Drone',
    timeZone: 'Europe/Berlin',
    archive: { afterHours: 24, retentionMonths: 2 },
  });
});

it.each([
  [{ timeZone: 'Mars/Base' }, 'timeZone'],
  [{ afterHours: '' }, 'afterHours'],
  [{ afterHours: '337' }, 'afterHours'],
  [{ retentionMonths: '0' }, 'retentionMonths'],
  [{ retentionMonths: '1.5' }, 'retentionMonths'],
])('refuses %j as the server would', (wrong, field) => {
  const values = { ...good, ...wrong };
  expect(Object.keys(settingsErrors(values))).toEqual([field]);
  expect(updateConfig.body.safeParse(settingsBodyOf(values)).success).toBe(false);
  expect(settingsErrors(good)).toEqual({});
});
