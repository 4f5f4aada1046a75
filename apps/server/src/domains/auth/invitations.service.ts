import { inUnit } from '../../platform/change.ts';
import { ensureStrong } from '../../platform/passwords.policy.ts';
import { hashOf } from '../../platform/secrets.ts';
import * as throttle from '../../platform/throttle.ts';
import * as accounts from './accounts.queries.ts';
import type { Desk, Opened } from './auth.desk.ts';
import { invitationInvalid } from './auth.errors.ts';
import { openSession } from './sessions.service.ts';
import * as tokens from './tokens.queries.ts';

/** Sets the first password of somebody who was invited, and signs them in. The link then no longer works. */
export async function acceptInvitation(
  desk: Desk,
  given: { token: string; password: string; displayName?: string },
): Promise<Opened> {
  const { db, passwords, address, requestId } = desk;
  await throttle.attempt(db, 'reset confirm address', address);
  const sought = { purpose: 'invitation', tokenHash: hashOf(given.token) } as const;
  const { userId } = (await tokens.find(db, sought)) ?? {};
  const known = userId ? await accounts.findById(db, userId) : undefined;
  if (!known || known.disabled) throw invitationInvalid();
  ensureStrong(given.password, { ...known, ...(given.displayName && { displayName: given.displayName }) });
  const passwordHash = await passwords.hash(given.password);

  return inUnit(db, { actorId: known.id, requestId }, async (unit) => {
    const now = await accounts.lockById(unit.db, known.id);
    if (!now || now.disabled || !(await tokens.take(unit.db, sought))) throw invitationInvalid();
    await accounts.setPasswordHash(unit.db, known.id, passwordHash);
    await tokens.voidLinks(unit.db, known.id);
    if (given.displayName) await accounts.rename(unit.db, known.id, given.displayName);
    unit.record({ type: 'user.invitation_accepted', subjectId: known.id });
    await accounts.markSignedIn(unit.db, known.id, undefined);
    return openSession(unit, desk, known.id);
  });
}
