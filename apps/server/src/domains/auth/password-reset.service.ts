import { setTimeout as pause } from 'node:timers/promises';
import { email } from '@monkey-tracker/contract/accounts';
import { inUnit, type Unit } from '../../platform/change.ts';
import { ensureStrong } from '../../platform/passwords.policy.ts';
import { type Post, resetLetter } from '../mail/index.ts';
import * as accounts from './accounts.queries.ts';
import type { Desk } from './auth.desk.ts';
import { resetTokenInvalid } from './auth.errors.ts';
import { hashOf, newSecret } from '../../platform/secrets.ts';
import { setPassword } from './password.service.ts';
import * as throttle from '../../platform/throttle.ts';
import * as tokens from './tokens.queries.ts';

/** How long a link works, in minutes: whoever asks sits there, whoever is invited may be on holiday. */
const lifeMinutes = { password_reset: 60, invitation: 7 * 24 * 60 } as const;

/** The request for a reset is answered after this time, known address or not. */
const resetAnswerMs = 200;

/** Shows administrators that somebody needs a new password; the one who asks learns nothing. */
export async function requestReset(
  { db, address, requestId, post }: Desk,
  given: { email: string },
): Promise<void> {
  await throttle.attempt(db, 'reset address', address);
  const noSoonerThan = pause(resetAnswerMs);
  const isKnowable =
    email.safeParse(given.email).success && (await throttle.isWithin(db, 'reset account', given.email));
  const known = isKnowable ? await accounts.findByEmail(db, given.email) : undefined;
  if (known && !known.disabled) {
    await inUnit(db, { actorId: null, requestId }, async (unit) => {
      await accounts.markResetRequested(unit.db, known.id);
      await mailReset(unit, post, known);
      unit.record({
        type: 'user.reset_requested',
        subjectId: known.id,
        after: { email: known.email, address },
      });
    });
  }
  await noSoonerThan;
}

async function mailReset(
  unit: Unit,
  post: Post,
  known: { id: string; email: string; displayName: string },
): Promise<void> {
  if (post.origin === undefined) return;
  const { token, expiresAt } = await issueLinkToken(unit, known.id, 'password_reset');
  const url = `${post.origin}/reset#token=${token}`;
  const letter = resetLetter({ name: known.displayName, url, expiresAt });
  await post.enqueue(unit.db, {
    kind: 'password_reset',
    userId: known.id,
    recipient: known.email,
    ...letter,
  });
}

/** A token with which a user sets their password once; those made before are void. It is told once and kept as a hash. */
export async function issueLinkToken(
  { db }: Unit,
  userId: string,
  purpose: keyof typeof lifeMinutes,
): Promise<{ token: string; expiresAt: number }> {
  const token = newSecret();
  await tokens.voidLinks(db, userId);
  const { expiresAt } = await tokens.insert(
    db,
    { purpose, userId, tokenHash: hashOf(token) },
    lifeMinutes[purpose],
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
export const cancelLinks = ({ db }: Unit, userId: string): Promise<void> => tokens.voidLinks(db, userId);
