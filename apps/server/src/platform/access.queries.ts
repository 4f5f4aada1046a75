import type { Db } from '@monkey-tracker/db/client';
import { authSessions } from '@monkey-tracker/db/schema/auth';
import { userRoles, users } from '@monkey-tracker/db/schema/users';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Caller } from './caller.ts';

/** The person on an open session, with the roles held now; null where the session or the account has ended. */
export async function findCaller(db: Db, sessionId: string): Promise<Caller | null> {
  const [caller] = await db
    .select({
      userId: users.id,
      sessionId: authSessions.id,
      displayName: users.displayName,
      roles: sql<Caller['roles']>`array(
        select ${userRoles.role}::text from ${userRoles} where ${userRoles.userId} = ${users.id})`,
    })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .where(
      and(
        eq(authSessions.id, sessionId),
        isNull(authSessions.endedAt),
        sql`${authSessions.expiresAt} > server_now()`,
        isNull(users.disabledAt),
        isNull(users.deletedAt),
      ),
    );
  return caller ?? null;
}
