import type { Db } from '@monkey-tracker/db/client';
import { authSessions } from '@monkey-tracker/db/schema/auth';
import { userTokens } from '@monkey-tracker/db/schema/users';
import { isNull, sql } from 'drizzle-orm';

/** @returns how many sessions were open. */
export async function endAllSessions(db: Db): Promise<number> {
  const { rowCount } = await db
    .update(authSessions)
    .set({ endedAt: sql`server_now()`, endReason: 'restored' })
    .where(isNull(authSessions.endedAt));
  return rowCount ?? 0;
}

export async function voidAllTokens(db: Db): Promise<void> {
  await db.delete(userTokens);
}

/** @returns whether there was a webhook that would have sent. */
export async function pauseWebhook(db: Db, reason: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select to_regclass('webhook_settings') is not null as known`);
  if (rows[0]?.known !== true) return false;
  const paused = await db.execute(
    sql`update webhook_settings set paused_reason = ${reason} where enabled and paused_reason is null`,
  );
  return paused.rowCount === 1;
}
