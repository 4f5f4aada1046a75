import { expect, it } from 'vitest';
import { ageInWords } from './age.ts';

const at = Date.UTC(2026, 10, 20, 20, 14);

it.each([
  [0, 'data of 20:14'],
  [-5_000, 'data of 20:14'],
  [3 * 60_000, 'data of 20:14, 3 min old'],
  [5 * 3_600_000, 'data 5 h old'],
  [3 * 86_400_000, 'data 3 days old'],
])('%d ms after the line was lost, data is said to be that old', (later, words) => {
  expect(ageInWords(at, at + later, 'UTC')).toBe(words);
});

it('says so where nothing was ever read', () => {
  expect(ageInWords(0, at)).toBe('no data yet');
});
