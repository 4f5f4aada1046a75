import { expect, it } from 'vitest';
import { mondayOf, stepOf, weeksBetween } from './heat-days.ts';

it('begins weeks on Monday, also across the end of a year', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(mondayOf('2026-11-16')).toBe('2026-11-16');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
});

it('has every day of a range in one week of seven days', () => {
  const weeks = weeksBetween('2026-03-25', '2026-04-06');
  expect(weeks.map((week) => [week[0], week.length])).toEqual([
    ['2026-03-23', 7],
    ['2026-03-30', 7],
    ['2026-04-06', 7],
  ]);
});

it('divides what there is into five steps', () => {
  expect([0, 19, 20, 50, 99, 100].map((value) => stepOf(value, 0, 100))).toEqual([1, 1, 2, 3, 5, 5]);
  expect(stepOf(7, 7, 7)).toBe(3);
});
