import type { AccessToken } from '@monkey-tracker/contract/access-tokens';
import type { Db } from '@monkey-tracker/db/client';
import { personalAccessTokens as tokens } from '@monkey-tracker/db/schema/access-tokens';
import { users } from '@monkey-tracker/db/schema/users';
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';

const works = sql`${tokens.revokedAt} is null and (${tokens.expiresAt} is null or ${tokens.expiresAt} > server_now())`;

/** Waits for whoever changes the tokens of the same person now. */
export async function lockOwner(db: Db, userId: string): Promise<void> {
  await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
}

export async function list(db: Db, userId: string): Promise<AccessToken[]> {
  const rows = await db
    .select()
    .from(tokens)
    .where(and(eq(tokens.userId, userId), works))
    .orderBy(desc(tokens.id));
  return rows.map(toToken);
}

const toToken = (row: typeof tokens.$inferSelect): AccessToken => ({
  id: row.id,
  name: row.name,
  role: row.role,
  createdAt: row.createdAt.getTime(),
  expiresAt: row.expiresAt?.getTime() ?? null,
  lastUsedAt: row.lastUsedAt?.getTime() ?? null,
});

type NewToken = Pick<typeof tokens.$inferInsert, 'userId' | 'name' | 'role' | 'tokenHash'>;

export async function insert(db: Db, row: NewToken, days: number | undefined): Promise<AccessToken> {
  const expiresAt = days === undefined ? null : sql`server_now() + make_interval(days => ${days})`;
  const [made] = await db
    .insert(tokens)
    .values({ ...row, expiresAt })
    .returning();
  if (!made) throw new Error('the token was not inserted');
  return toToken(made);
}

/** Ends one that works, or all of a person. @returns those that it ended. */
export async function revoke(db: Db, userId: string, id?: string): Promise<AccessToken[]> {
  const which: (SQL | undefined)[] = [
    eq(tokens.userId, userId),
    isNull(tokens.revokedAt),
    id === undefined ? undefined : eq(tokens.id, id),
  ];
  const ended = await db
    .update(tokens)
    .set({ revokedAt: sql`server_now()` })
    .where(and(...which))
    .returning();
  return ended.map(toToken);
}
