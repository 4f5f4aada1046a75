import type { Session } from '@monkey-tracker/contract/auth';
import type { Db } from '@monkey-tracker/db/client';
import { authSessions } from '@monkey-tracker/db/schema/auth';
import { and, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { SessionLimits } from './auth.desk.ts';

const isOpen = sql<boolean>`(${authSessions.endedAt} is null and ${authSessions.expiresAt} > server_now())`;

/** Idle time from now on, but never past the session's greatest age. */
const expiry = (createdAt: SQL, { idleMinutes, maxHours }: SessionLimits) =>
  sql`least(server_now() + make_interval(mins => ${idleMinutes}), ${createdAt} + make_interval(hours => ${maxHours}))`;

type NewSession = Pick<typeof authSessions.$inferInsert, 'userId' | 'refreshHash' | 'address' | 'userAgent'>;

export async function insert(db: Db, row: NewSession & { id: string }, limits: SessionLimits): Promise<void> {
  await db.insert(authSessions).values({ ...row, expiresAt: expiry(sql`server_now()`, limits) });
}

/** The family of tokens, held until the end of the transaction: two that rotate at once come one after the other. */
export async function lock(db: Db, id: string) {
  const [row] = await db
    .select({
      userId: authSessions.userId,
      refreshHash: authSessions.refreshHash,
      previousHash: authSessions.previousHash,
      attemptHash: authSessions.attemptHash,
      isOpen,
    })
    .from(authSessions)
    .where(eq(authSessions.id, id))
    .for('no key update');
  return row;
}

type Rotation = Pick<typeof authSessions.$inferInsert, 'refreshHash' | 'previousHash' | 'attemptHash'>;

export async function rotate(db: Db, id: string, rotation: Rotation, limits: SessionLimits): Promise<void> {
  await db
    .update(authSessions)
    .set({
      ...rotation,
      lastUsedAt: sql`server_now()`,
      expiresAt: expiry(sql`${authSessions.createdAt}`, limits),
    })
    .where(eq(authSessions.id, id));
}

export async function listOpen(db: Db, userId: string): Promise<Omit<Session, 'current'>[]> {
  const rows = await db
    .select()
    .from(authSessions)
    .where(and(eq(authSessions.userId, userId), isOpen))
    .orderBy(desc(authSessions.lastUsedAt), desc(authSessions.id));
  return rows.map(({ id, createdAt, lastUsedAt, expiresAt, address, userAgent }) => ({
    id,
    createdAt: createdAt.getTime(),
    lastUsedAt: lastUsedAt.getTime(),
    expiresAt: expiresAt.getTime(),
    address,
    userAgent,
  }));
}

export type EndReason =
  | 'signed_out'
  | 'ended_by_user'
  | 'ended_by_admin'
  | 'password_changed'
  | 'password_reset'
  | 'user_disabled'
  | 'user_deleted'
  | 'reuse_detected';

/** Ends a user's open sessions, one or all (but one); gives the ids of those that it ended. */
export async function end(
  db: Db,
  which: { userId: string; only?: string; except?: string },
  endReason: EndReason,
): Promise<string[]> {
  const ended = await db
    .update(authSessions)
    .set({ endedAt: sql`server_now()`, endReason })
    .where(
      and(
        eq(authSessions.userId, which.userId),
        which.only === undefined ? undefined : eq(authSessions.id, which.only),
        which.except === undefined ? undefined : ne(authSessions.id, which.except),
        isNull(authSessions.endedAt),
        sql`${authSessions.expiresAt} > server_now()`,
      ),
    )
    .returning({ id: authSessions.id });
  return ended.map((one) => one.id);
}

/** Sessions that were over a quarter of a year ago; the log still tells of them. */
export async function forgetOld(db: Db, userId: string): Promise<void> {
  await db
    .delete(authSessions)
    .where(
      and(
        eq(authSessions.userId, userId),
        sql`${authSessions.expiresAt} < server_now() - interval '90 days'`,
      ),
    );
}
