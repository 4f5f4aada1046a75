import { setTimeout as pause } from 'node:timers/promises';
import { email } from '@monkey-tracker/contract/accounts';
import { inUnit, type Unit } from '../../platform/change.ts';
import { ensureStrong } from '../../platform/passwords.policy.ts';
import * as accounts from './accounts.queries.ts';
import type { Desk } from './auth.desk.ts';
import { resetTokenInvalid } from './auth.errors.ts';
import { hashOf, newSecret } from '../../platform/secrets.ts';
import { setPassword } from './password.service.ts';
import * as throttle from '../../platform/throttle.ts';
import * as tokens from './tokens.queries.ts';

const resetMinutes = 60;

/** The request for a reset is answered after this time, known address or not. */
const resetAnswerMs = 200;

/** Shows administrators that somebody needs a new password; the one who asks learns nothing. */
export async function requestReset(
  { db, address, requestId }: Desk,
  given: { email: string },
): Promise<void> {
  await throttle.attempt(db, 'reset address', address);
  const noSoonerThan = pause(resetAnswerMs);
  const isKnowable =
    email.safeParse(given.email).success && (await throttle.isWithin(db, 'reset account', given.email));
  const known = isKnowable ? await accounts.findByEmail(db, given.email) : undefined;
  if (known && !known.disabled) {
    await inUnit(db, { actorId: null, requestId }, async ({ db, record }) => {
      await accounts.markResetRequested(db, known.id);
      record({ type: 'user.reset_requested', subjectId: known.id, after: { email: known.email, address } });
    });
  }
  await noSoonerThan;
}

/** A token for one reset; those made before are void. It is told once and kept as a hash. */
export async function issueResetToken(
  { db }: Unit,
  userId: string,
): Promise<{ token: string; expiresAt: number }> {
  const token = newSecret();
  await tokens.voidResets(db, userId);
  const { expiresAt } = await tokens.insert(
    db,
    { purpose: 'password_reset', userId, tokenHash: hashOf(token) },
    resetMinutes,
  );
  return { token, expiresAt: expiresAt.getTime() };
}

export async function confirmReset(
  { db, passwords, address, requestId }: Desk,
  given: { token: string; password: string },
): Promise<void> {
  await throttle.attempt(db, 'reset confirm address', address);
  const sought = { purpose: 'password_reset', tokenHash: hashOf(given.token) } as const;
  const { userId } = (await tokens.find(db, sought)) ?? {};
  const known = userId ? await accounts.findById(db, userId) : undefined;
  if (!known || known.disabled) throw resetTokenInvalid();
  ensureStrong(given.password, known);
  const passwordHash = await passwords.hash(given.password);

  await inUnit(db, { actorId: known.id, requestId }, async (unit) => {
    const now = await accounts.lockById(unit.db, known.id);
    if (!now || now.disabled || !(await tokens.take(unit.db, sought))) throw resetTokenInvalid();
    await setPassword(unit, known.id, passwordHash, { reason: 'password_reset' });
  });
  await throttle.forget(db, 'sign-in account here', throttle.here(known.email, address));
  await throttle.forget(db, 'sign-in account', known.email);
}

/** Links that were made for the user no longer work. */
export const cancelResetLinks = ({ db }: Unit, userId: string): Promise<void> =>
  tokens.voidResets(db, userId);
