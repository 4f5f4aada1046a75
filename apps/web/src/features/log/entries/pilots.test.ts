import { expect, it } from 'vitest';
import { entrySample } from '../testing/samples.ts';
import { pilotChoices } from './pilots.ts';

it('offers those who have no entry, and shows the others as logged, in any spelling', () => {
  const entry = entrySample({ operator: ' ALEX ' });
  expect(pilotChoices(['Alex', 'Nick'], [entry])).toEqual([
    { group: 'Not logged yet', items: ['Nick'] },
    { group: 'Logged already', items: [{ value: 'Alex', label: 'Alex', disabled: true }] },
  ]);
  expect(pilotChoices(['Alex', 'Nick'], [entry], entry)).toEqual([
    { group: 'Not logged yet', items: ['Alex', 'Nick'] },
  ]);
});
