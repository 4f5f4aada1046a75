import type { TwoFactorState } from '@monkey-tracker/contract/two-factor';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import type { Passwords } from '../../platform/passwords.hashing.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { hashOf } from '../../platform/secrets.ts';
import * as throttle from '../../platform/throttle.ts';
import { takeCode } from './codes.service.ts';
import { newRecoveryCode, newTotpSecret, uriOf } from './totp.ts';
import * as errors from './two-factor.errors.ts';
import * as queries from './two-factor.queries.ts';

const codesAtOnce = 10;

export const readState = async (db: Db, userId: string): Promise<TwoFactorState> => ({
  on: await queries.isOn(db, userId),
  required: await queries.isRequired(db, userId),
  recoveryCodesLeft: await queries.countRecoveryCodes(db, userId),
});

/** Counts an attempt and compares the password, before any transaction: whoever finds an unlocked screen shall not guess. */
export async function ensurePassword(
  { db, passwords }: { db: Db; passwords: Passwords },
  userId: string,
  password: string,
): Promise<void> {
  await throttle.attempt(db, 'second factor', userId);
  const owner = await queries.findOwner(db, userId);
  if (!(await passwords.verify(owner?.passwordHash ?? null, password))) throw errors.passwordWrong();
}

/** Makes a secret that does not count yet. It is told once, and kept sealed. */
export async function begin(
  { db }: Unit,
  sealer: Sealer,
  userId: string,
): Promise<{ secret: string; uri: string }> {
  if ((await queries.lock(db, userId))?.confirmed) throw errors.alreadyOn();
  const secret = newTotpSecret();
  await queries.begin(db, userId, sealer.seal('totp', secret));
  const owner = await queries.findOwner(db, userId);
  return { secret, uri: uriOf(secret, owner?.email ?? '') };
}

/** Turns it on, once a code shows that the authenticator has the secret. */
export async function confirm({ db, record }: Unit, sealer: Sealer, userId: string, code: string) {
  const held = await queries.lock(db, userId);
  if (!held) throw errors.notBegun();
  if (held.confirmed) throw errors.alreadyOn();
  if (!(await takeCode({ db, sealer }, userId, code))) throw errors.codeWrong(400);
  await queries.confirm(db, userId);
  record({ type: 'user.two_factor_enabled', subjectId: userId });
  return giveCodes(db, userId);
}

async function giveCodes(db: Db, userId: string): Promise<{ recoveryCodes: string[] }> {
  const recoveryCodes = Array.from({ length: codesAtOnce }, newRecoveryCode);
  const hashes = recoveryCodes.map((code) => hashOf(code.replaceAll('-', '')));
  await queries.replaceRecoveryCodes(db, userId, hashes);
  return { recoveryCodes };
}

async function ensureCode({ db }: Unit, sealer: Sealer, userId: string, code: string): Promise<void> {
  if (!(await queries.isOn(db, userId))) throw errors.notOn();
  if (!(await takeCode({ db, sealer }, userId, code))) throw errors.codeWrong(400);
}

export async function renewCodes(unit: Unit, sealer: Sealer, userId: string, code: string) {
  await ensureCode(unit, sealer, userId, code);
  unit.record({ type: 'user.recovery_codes_renewed', subjectId: userId });
  return giveCodes(unit.db, userId);
}

export async function disable(unit: Unit, sealer: Sealer, userId: string, code: string): Promise<void> {
  if (await queries.isRequired(unit.db, userId)) throw errors.isRequired();
  await ensureCode(unit, sealer, userId, code);
  await removeTwoFactor(unit, userId);
}

/** Removes a user's second factor, as an administrator or at the console does for somebody who has lost it. */
export async function removeTwoFactor({ db, record }: Unit, userId: string): Promise<void> {
  if (!(await queries.findOwner(db, userId))) throw errors.userNotFound();
  if (!(await queries.remove(db, userId))) throw errors.notOn();
  record({ type: 'user.two_factor_removed', subjectId: userId });
}
