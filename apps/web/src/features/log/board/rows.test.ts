import { expect, it } from 'vitest';
import type { LoggedEntry, LoggedShow } from '../log.record.ts';
import { entrySample, showSample } from '../testing/samples.ts';
import { nextUnlogged, rowsOf } from './rows.ts';

const logged = (fields: Partial<LoggedEntry>): LoggedEntry => ({
  ...entrySample(fields),
  standing: 'confirmed',
});
const showOf = (fields: Partial<LoggedShow>): LoggedShow => ({
  ...showSample(),
  entries: [],
  standing: 'confirmed',
  ...fields,
});
const nothing = { roster: [], added: [], lineup: [], shows: [] };

it('has the roster in its order, then whoever else is logged, each pilot once', () => {
  const show = showOf({ entries: [logged({ operator: 'Zoë' }), logged({ id: 'x', operator: ' NICK ' })] });
  const rows = rowsOf(show, { ...nothing, roster: ['Alex', 'Nick'], added: ['zoë', 'Max'] });
  expect(rows.map(({ number, operator, entry }) => [number, operator, entry !== undefined])).toEqual([
    [1, 'Alex', false],
    [2, ' NICK ', true],
    [3, 'Zoë', true],
    [4, 'Max', false],
  ]);
});

it('offers each pilot the unit that they flew last, in whichever show that was', () => {
  const show = showOf({});
  const other = showOf({
    id: 'other',
    entries: [
      logged({ operator: 'Alex', unitId: 'late', ts: 9 }),
      logged({ operator: 'alex', unitId: 'early', ts: 2 }),
    ],
  });
  const lineup = ['Alex', 'Nick'].map((operator) => ({ operator, unitId: 'archived', batteryId: '' }));
  const rows = rowsOf(show, { ...nothing, roster: ['Alex', 'Nick', 'Max'], lineup, shows: [show, other] });
  expect(rows.map(({ unitId }) => unitId)).toEqual(['late', 'archived', '']);
});

it('goes on to the next pilot without an entry, and from the top at the end', () => {
  const show = showOf({ entries: [logged({ operator: 'B' })] });
  const rows = rowsOf(show, { ...nothing, roster: ['A', 'B', 'C'] });
  expect(nextUnlogged(rows, 'a')?.operator).toBe('C');
  expect(nextUnlogged(rows, 'c')?.operator).toBe('A');
  const full = rowsOf(showOf({ entries: [logged({ operator: 'A' })] }), { ...nothing, roster: ['A'] });
  expect(nextUnlogged(full, 'a')).toBeUndefined();
});
