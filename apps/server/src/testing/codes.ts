import { Secret, TOTP } from 'otpauth';

/** What an authenticator app shows for a secret, now or some steps of 30 seconds later. */
export const codeOf = (secret: string, stepsAhead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsAhead * 30_000 });
