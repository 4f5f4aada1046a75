import { readLimits } from '../../platform/session-limits.ts';
import { inUnit, type Unit } from '../../platform/change.ts';
import * as accounts from './accounts.queries.ts';
import { readMe } from './accounts.service.ts';
import type { Desk, Opened } from './auth.desk.ts';
import { sessionEnded } from './auth.errors.ts';
import { hashOf } from '../../platform/secrets.ts';
import * as sessions from './sessions.queries.ts';
import { endSessions } from './sessions.service.ts';

/**
 * Exchanges a refresh token for the next one. A token that was used before ends the session, because two hold it;
 * only the attempt that used it last may repeat, as long as the next one was not used, and gets the same answer.
 */
export async function refresh(desk: Desk, presented: string, attempt: string | undefined): Promise<Opened> {
  const named = desk.tokens.read(presented);
  if (!named) throw sessionEnded();
  const { sessionId, genuine } = named;

  const opened = await inUnit(desk.db, { actorId: null, requestId: desk.requestId }, async (unit) => {
    const session = await sessions.lock(unit.db, sessionId);
    if (!session?.isOpen) return undefined;
    const hash = hashOf(presented);
    const attemptHash = attempt === undefined ? null : hashOf(attempt);
    const limits = await readLimits(unit.db, desk.fixedLimits);
    const refreshToken = desk.tokens.next(sessionId, presented, attempt);

    if (hash === session.refreshHash) {
      const person = await accounts.findById(unit.db, session.userId);
      if (!person || person.disabled) return undefined;
      const rotation = { refreshHash: hashOf(refreshToken), previousHash: hash, attemptHash };
      await sessions.rotate(unit.db, sessionId, rotation, limits);
    } else if (!isRepeat(session, hash, attemptHash, hashOf(refreshToken))) {
      // Anybody can write a token with the number of a session; only one that we made tells of a theft.
      if (genuine || hash === session.previousHash) await endStolen(unit, desk, session.userId, sessionId);
      return undefined;
    }
    return { user: await readMe(unit.db, session.userId), sessionId, refreshToken, limits };
  });
  // Refused only now, so that the end of a stolen session is kept.
  if (!opened) throw sessionEnded();
  return opened;
}

type Session = NonNullable<Awaited<ReturnType<typeof sessions.lock>>>;

const isRepeat = (session: Session, hash: string, attemptHash: string | null, nextHash: string) =>
  hash === session.previousHash &&
  attemptHash !== null &&
  attemptHash === session.attemptHash &&
  nextHash === session.refreshHash;

async function endStolen(unit: Unit, { address, userAgent }: Desk, userId: string, sessionId: string) {
  unit.record({
    type: 'session.reuse_detected',
    subjectId: sessionId,
    after: { userId, address, userAgent },
  });
  await endSessions(unit, { userId, only: sessionId }, 'reuse_detected');
}
