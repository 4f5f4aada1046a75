import type { Db } from '@monkey-tracker/db/client';
import { authSessions } from '@monkey-tracker/db/schema/auth';
import { appConfig } from '@monkey-tracker/db/schema/config';
import { userTotp } from '@monkey-tracker/db/schema/two-factor';
import { userRoles, users } from '@monkey-tracker/db/schema/users';
import { personalAccessTokens as tokens } from '@monkey-tracker/db/schema/access-tokens';
import { type Role, limitedTo } from '@monkey-tracker/contract/endpoint';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Caller } from './caller.ts';
import { type Lasting, type Moment, msOf, remembered } from './freshness.ts';
import { prepared } from './prepared.ts';

const heldRoles = sql<Role[]>`array(
  select ${userRoles.role}::text from ${userRoles} where ${userRoles.userId} = ${users.id})`;

/** Whether the venue asks administrators for a second factor that this user has not. */
const lacking = sql<boolean>`(
  exists (select from ${appConfig} where ${appConfig.adminsNeedTwoFactor})
  and not exists (select from ${userTotp} where ${userTotp.userId} = ${users.id} and ${userTotp.confirmedAt} is not null))`;

/** The roles in effect: without the second factor an administrator is a dispatcher. */
function inEffect(held: Role[], lacking: boolean): Pick<Caller, 'roles' | 'lacksSecondFactor'> {
  const lacksSecondFactor = lacking && held.includes('admin');
  const roles = lacksSecondFactor ? limitedTo('dispatcher', held) : held;
  return { roles, lacksSecondFactor };
}

/** It runs before every request. */
const openSessions = prepared((db) =>
  db
    .select({
      userId: users.id,
      sessionId: authSessions.id,
      displayName: users.displayName,
      held: heldRoles,
      lacking,
      until: msOf(authSessions.expiresAt),
    })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .where(
      and(
        sql`${authSessions.id} = any(${sql.placeholder('sessionIds')}::uuid[])`,
        isNull(authSessions.endedAt),
        sql`${authSessions.expiresAt} > server_now()`,
        isNull(users.disabledAt),
        isNull(users.deletedAt),
      ),
    )
    .prepare('open_sessions'),
);

/** Those of the sessions that are open, each with its person and the roles held now. */
async function findCallers(db: Db, sessionIds: string[]): Promise<Map<string, Lasting<Caller>>> {
  const found = await openSessions(db).execute({ sessionIds });
  return new Map(
    found.map(({ held, lacking: lacks, until, ...person }) => [
      person.sessionId,
      { until, value: { ...person, ...inEffect(held, lacks), byToken: false } },
    ]),
  );
}

const callers = remembered(findCallers);

/** The person on an open session, with the roles held now; null where the session or the account has ended. */
export const findCaller = async (db: Db, sessionId: string): Promise<Caller | null> =>
  (await callers.read(db, sessionId)) ?? null;

/** The same as it was at a moment, from memory where nothing has changed since. */
export const recallCaller = async (db: Db, moment: Moment, sessionId: string): Promise<Caller | null> =>
  (await callers.recall(db, moment, sessionId)) ?? null;

/** The owner of a token that works, with no more than the token's role; null where either has ended. */
export async function findTokenOwner(db: Db, by: { hash: string } | { id: string }): Promise<Caller | null> {
  const [found] = await db
    .select({
      userId: users.id,
      sessionId: tokens.id,
      displayName: users.displayName,
      role: tokens.role,
      held: heldRoles,
      lacking,
    })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.userId))
    .where(
      and(
        'hash' in by ? eq(tokens.tokenHash, by.hash) : eq(tokens.id, by.id),
        isNull(tokens.revokedAt),
        sql`(${tokens.expiresAt} is null or ${tokens.expiresAt} > server_now())`,
        isNull(users.disabledAt),
        isNull(users.deletedAt),
      ),
    );
  if (!found) return null;
  const { role, held, lacking: lacks, ...caller } = found;
  const { roles, lacksSecondFactor } = inEffect(held, lacks);
  return { ...caller, lacksSecondFactor, byToken: true, roles: limitedTo(role, roles) };
}

/** The same caller a moment later; null where they may no longer be here. */
export const findAgain = (db: Db, { sessionId, byToken }: Caller): Promise<Caller | null> =>
  byToken ? findTokenOwner(db, { id: sessionId }) : findCaller(db, sessionId);

/** Notes that a token is in use, to the minute. */
export async function noteTokenUse(db: Db, id: string): Promise<void> {
  await db
    .update(tokens)
    .set({ lastUsedAt: sql`server_now()` })
    .where(
      and(
        eq(tokens.id, id),
        sql`coalesce(${tokens.lastUsedAt}, '-infinity') < server_now() - interval '1 minute'`,
      ),
    );
}
