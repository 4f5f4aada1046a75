import { expect, it } from 'vitest';
import { entrySample } from '../testing/samples.ts';
import { columnsFor, wallPilots } from './wall-pilots.ts';

it('shows the roster in its order with what was logged, then guests', () => {
  const entries = [
    entrySample({ id: '1', operator: 'Zoë Guest' }),
    entrySample({ id: '2', operator: ' nazar ', status: 'Abort' }),
  ];
  expect(wallPilots(['Alex', 'Nazar'], entries)).toEqual([
    { name: 'Alex', entry: undefined },
    { name: 'Nazar', entry: entries[1] },
    { name: 'Zoë Guest', entry: entries[0] },
  ]);
});

it('has more columns for more pilots', () => {
  expect([1, 4, 6, 9, 12, 16, 24].map(columnsFor)).toEqual([2, 2, 3, 3, 4, 4, 6]);
});
