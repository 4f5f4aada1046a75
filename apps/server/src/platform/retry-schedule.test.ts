import { expect, it } from 'vitest';
import { pauseAfter, pausesSec, readRetryAfter } from './retry-schedule.ts';

const hour = 3_600;
const now = new Date('2026-11-21T20:00:00Z');

it('the pauses grow, and together they are longer than a day', () => {
  const shortest = pausesSec.map((_, n) => pauseAfter(n + 1, 0, 0) ?? 0);
  expect(shortest).toEqual(shortest.toSorted((one, other) => one - other));
  expect(shortest.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(24 * hour);
  expect(pauseAfter(pausesSec.length + 1)).toBeUndefined();
});

it('a pause is up to a fifth longer by chance', () => {
  expect(pauseAfter(6, 0, 0)).toBe(hour);
  expect(pauseAfter(6, 0, 1)).toBe(1.2 * hour);
});

it.each([
  ['600', 600],
  ['Sat, 21 Nov 2026 20:10:00 GMT', 600],
  ['Sat, 21 Nov 2026 19:00:00 GMT', 0],
  ['999999999', 24 * hour],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After %s asks for %s seconds', (header, seconds) => {
  expect(readRetryAfter(header, now)).toBe(seconds);
});

it('Retry-After makes a pause longer, never shorter', () => {
  expect(pauseAfter(1, 600, 0)).toBe(600);
  expect(pauseAfter(6, 1, 0)).toBe(hour);
});
