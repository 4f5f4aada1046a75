import { expect, it, vi } from 'vitest';

vi.stubGlobal('localStorage', {});
vi.stubGlobal('addEventListener', () => undefined);
const { wayBack } = await import('./gate.ts');

it.each([
  ['/shows/1?x=1', '/shows/1?x=1'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/sign-in?to=/', '/'],
  [undefined, '/'],
])('after signing in, %j leads to %s', (to, path) => {
  expect(wayBack(to)).toBe(path);
});
