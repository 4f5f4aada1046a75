import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Seconds for which one code is shown. */
const periodSec = 30;
/** How many steps a clock may be ahead or behind. */
const tolerated = 1;

/** A new secret of 160 bits, in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: 'Monkey Tracker',
    label,
    secret: Secret.fromBase32(secret),
    period: periodSec,
    digits: 6,
  });

/** What an authenticator app reads from the QR code. */
export const uriOf = (secret: string, email: string): string => totpOf(secret, email).toString();

/** The step of RFC 6238 that a code belongs to; undefined where it is none of about now. @param at epoch milliseconds */
export function stepOf(secret: string, code: string, at: number): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: at, window: tolerated });
  return delta === null ? undefined : Math.floor(at / 1_000 / periodSec) + delta;
}

/** A recovery code of 80 bits, as people write it down. */
export function newRecoveryCode(): string {
  const text = Secret.fromHex(randomBytes(10).toString('hex')).base32;
  return text.match(/.{4}/g)?.join('-') ?? text;
}
