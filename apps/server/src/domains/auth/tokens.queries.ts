import type { Db } from '@monkey-tracker/db/client';
import { userTokens } from '@monkey-tracker/db/schema/users';
import { and, eq, sql } from 'drizzle-orm';

type Purpose = (typeof userTokens.$inferSelect)['purpose'];
interface Sought {
  purpose: Purpose;
  tokenHash: string;
}

const fits = ({ purpose, tokenHash }: Sought) =>
  and(
    eq(userTokens.purpose, purpose),
    eq(userTokens.tokenHash, tokenHash),
    sql`${userTokens.expiresAt} > server_now()`,
  );

export async function insert(
  db: Db,
  row: Sought & { userId?: string },
  lifeMinutes: number,
): Promise<{ expiresAt: Date }> {
  const [inserted] = await db
    .insert(userTokens)
    .values({ ...row, expiresAt: sql`server_now() + make_interval(mins => ${lifeMinutes})` })
    .returning({ expiresAt: userTokens.expiresAt });
  if (!inserted) throw new Error('an insert gave no row back');
  return inserted;
}

/** A token that still holds; `userId` is null for setup. */
export async function find(db: Db, sought: Sought): Promise<{ userId: string | null } | undefined> {
  const [row] = await db.select({ userId: userTokens.userId }).from(userTokens).where(fits(sought));
  return row;
}

/** Uses a token up; of two that try at once only one is given true. */
export async function take(db: Db, sought: Sought): Promise<boolean> {
  return (await db.delete(userTokens).where(fits(sought)).returning({ id: userTokens.id })).length > 0;
}

/** Links for a user's password, of either kind. */
export async function voidLinks(db: Db, userId: string): Promise<void> {
  await db.delete(userTokens).where(eq(userTokens.userId, userId));
}

export async function voidSetup(db: Db): Promise<void> {
  await db.delete(userTokens).where(eq(userTokens.purpose, 'setup'));
}

export async function forgetOld(db: Db): Promise<void> {
  await db.delete(userTokens).where(sql`${userTokens.expiresAt} <= server_now()`);
}
