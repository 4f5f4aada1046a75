import { expect, it } from 'vitest';
import { tokenIn } from './token-in-hash.ts';

it.each([
  ['#token=abc_D-1', 'abc_D-1'],
  ['token=abc', 'abc'],
  ['', ''],
  ['#other=1', ''],
])('the token in %j is %j', (hash, token) => {
  expect(tokenIn(hash)).toBe(token);
});
