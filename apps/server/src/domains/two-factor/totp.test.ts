import { Secret } from 'otpauth';
import { expect, it } from 'vitest';
import { newRecoveryCode, stepOf, uriOf } from './totp.ts';

/** The secret of RFC 6238's appendix B; its codes have eight digits, of which ours are the last six. */
const secret = Secret.fromLatin1('12345678901234567890').base32;

it.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %d seconds the code is that of RFC 6238', (seconds, code) => {
  const step = Math.floor(seconds / 30);
  expect(stepOf(secret, code.slice(2), seconds * 1_000)).toBe(step);
  // A clock may be one step off, and no more.
  expect(stepOf(secret, code.slice(2), (seconds + 30) * 1_000)).toBe(step);
  expect(stepOf(secret, code.slice(2), (seconds + 90) * 1_000)).toBeUndefined();
});

it('an app learns secret, issuer and account from the address', () => {
  const uri = new URL(uriOf(secret, 'ada@example.org'));
  expect(uri.protocol).toBe('otpauth:');
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({
    secret,
    issuer: 'Monkey Tracker',
    digits: '6',
  });
});

it('recovery codes are four groups of four, and never the same', () => {
  const codes = new Set(Array.from({ length: 200 }, newRecoveryCode));
  expect(codes.size).toBe(200);
  for (const code of codes) expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
});
