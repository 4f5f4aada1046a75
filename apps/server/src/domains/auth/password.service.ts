import { inUnit, type Unit } from '../../platform/change.ts';
import { ensureStrong } from '../../platform/passwords.policy.ts';
import * as accounts from './accounts.queries.ts';
import type { Desk } from './auth.desk.ts';
import { accountGone, currentPasswordWrong, passwordUnchanged } from './auth.errors.ts';
import { endSessions } from './sessions.service.ts';
import * as throttle from '../../platform/throttle.ts';
import * as tokens from './tokens.queries.ts';

/** Sets a hashed password: links made before no longer work, and sessions end, but for one where it is named. */
export async function setPassword(
  unit: Unit,
  userId: string,
  passwordHash: string,
  how: { reason: 'password_changed' | 'password_reset'; keepSession?: string },
): Promise<void> {
  await accounts.setPasswordHash(unit.db, userId, passwordHash);
  await tokens.voidLinks(unit.db, userId);
  unit.record({ type: 'user.password_changed', subjectId: userId, after: { reason: how.reason } });
  await endSessions(unit, { userId, except: how.keepSession }, how.reason);
}

export async function changePassword(
  { db, passwords, requestId }: Desk,
  caller: { userId: string; sessionId: string },
  given: { currentPassword: string; password: string },
): Promise<void> {
  const { userId, sessionId } = caller;
  // Whoever finds an unlocked screen shall not guess here either.
  await throttle.attempt(db, 'password change', userId);
  const known = await accounts.findById(db, userId);
  if (!known) throw accountGone();
  if (!(await passwords.verify(known.passwordHash, given.currentPassword))) throw currentPasswordWrong();
  if (given.password === given.currentPassword) throw passwordUnchanged();
  ensureStrong(given.password, known);
  const passwordHash = await passwords.hash(given.password);

  await inUnit(db, { actorId: userId, requestId }, async (unit) => {
    const now = await accounts.lockById(unit.db, userId);
    if (now?.passwordHash !== known.passwordHash) throw currentPasswordWrong();
    await setPassword(unit, userId, passwordHash, { reason: 'password_changed', keepSession: sessionId });
  });
  await throttle.forget(db, 'password change', userId);
}
