import { expect, it } from 'vitest';
import { numbersOf } from './log.numbers.ts';

it('counts each outcome, and nothing where nothing is', () => {
  expect(numbersOf([])).toEqual({ entriesCount: 0, completedCount: 0, noLaunchCount: 0, abortCount: 0 });
  expect(
    numbersOf([
      { status: 'Completed' },
      { status: 'Abort' },
      { status: 'No-launch' },
      { status: 'Completed' },
    ]),
  ).toEqual({
    entriesCount: 4,
    completedCount: 2,
    noLaunchCount: 1,
    abortCount: 1,
  });
});
