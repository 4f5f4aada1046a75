import type { Session } from '@monkey-tracker/contract/auth';
import type { Db } from '@monkey-tracker/db/client';
import { v7 as uuid } from 'uuid';
import { readLimits } from '../../platform/session-limits.ts';
import type { Unit } from '../../platform/change.ts';
import { readMe } from './accounts.service.ts';
import type { Desk, Opened } from './auth.desk.ts';
import { sessionNotFound } from './auth.errors.ts';
import { hashOf } from '../../platform/secrets.ts';
import * as queries from './sessions.queries.ts';

/** Begins a session, that is a family of refresh tokens, for a person who has just proved who they are. */
export async function openSession(
  { db, record }: Unit,
  { tokens, fixedLimits, address, userAgent }: Desk,
  userId: string,
): Promise<Opened> {
  const sessionId = uuid();
  const refreshToken = tokens.first(sessionId);
  const limits = await readLimits(db, fixedLimits);
  await queries.insert(
    db,
    { id: sessionId, userId, refreshHash: hashOf(refreshToken), address, userAgent },
    limits,
  );
  record({ type: 'session.started', subjectId: sessionId, after: { userId, address, userAgent } });
  return { user: await readMe(db, userId), sessionId, refreshToken, limits };
}

export async function listSessions(
  db: Db,
  caller: { userId: string; sessionId: string },
): Promise<Session[]> {
  const open = await queries.listOpen(db, caller.userId);
  return open.map((one) => ({ ...one, current: one.id === caller.sessionId }));
}

/** Ends a user's open sessions: all, all but one, or only one. Holds from their next request on. */
export async function endSessions(
  { db, record }: Unit,
  which: { userId: string; only?: string; except?: string },
  reason: queries.EndReason,
): Promise<number> {
  const ended = await queries.end(db, which, reason);
  for (const id of ended) {
    record({ type: 'session.ended', subjectId: id, before: { userId: which.userId }, after: { reason } });
  }
  return ended.length;
}

/** Ends one of the caller's own sessions; another person's is not there for them. */
export async function endOwnSession(unit: Unit, userId: string, sessionId: string): Promise<void> {
  const ended = await endSessions(unit, { userId, only: sessionId }, 'ended_by_user');
  if (ended === 0) throw sessionNotFound();
}
