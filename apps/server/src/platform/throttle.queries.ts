import type { Db } from '@monkey-tracker/db/client';
import { signInThrottle } from '@monkey-tracker/db/schema/auth';
import { eq, sql } from 'drizzle-orm';

const window = sql`interval '15 minutes'`;
const isOver = sql`${signInThrottle.windowStartedAt} <= server_now() - ${window}`;

/** Counts one more attempt in one statement: those that come at once are all counted. */
export async function count(db: Db, key: string): Promise<{ attempts: number; retryAfterSec: number }> {
  const [row] = await db
    .insert(signInThrottle)
    .values({ key, attempts: 1 })
    .onConflictDoUpdate({
      target: signInThrottle.key,
      set: {
        attempts: sql`case when ${isOver} then 1 else least(${signInThrottle.attempts} + 1, 1000000) end`,
        windowStartedAt: sql`case when ${isOver} then server_now() else ${signInThrottle.windowStartedAt} end`,
      },
    })
    .returning({
      attempts: signInThrottle.attempts,
      retryAfterSec: sql<number>`greatest(1,
        ceil(extract(epoch from ${signInThrottle.windowStartedAt} + ${window} - server_now())))::int`,
    });
  if (!row) throw new Error('an upsert gave no row back');
  return row;
}

export async function forget(db: Db, key: string): Promise<void> {
  await db.delete(signInThrottle).where(eq(signInThrottle.key, key));
}

export async function takeBack(db: Db, key: string): Promise<void> {
  await db
    .update(signInThrottle)
    .set({ attempts: sql`greatest(0, ${signInThrottle.attempts} - 1)` })
    .where(eq(signInThrottle.key, key));
}

export async function forgetOld(db: Db): Promise<void> {
  await db
    .delete(signInThrottle)
    .where(sql`${signInThrottle.windowStartedAt} < server_now() - interval '1 day'`);
}
