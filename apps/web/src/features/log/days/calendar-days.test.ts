import { expect, it } from 'vitest';
import { dateInWords, daysLater } from './calendar-days.ts';

it.each([
  ['2026-11-20', 1, '2026-11-21'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-10-25', 1, '2026-10-26'],
])('%s and %i days is %s', (date, days, then) => {
  expect(daysLater(date, days)).toBe(then);
});

it('says a date in words', () => {
  expect(dateInWords('2026-11-20')).toBe('Friday 20 November 2026');
});
