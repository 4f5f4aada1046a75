import type { Db } from '@monkey-tracker/db/client';
import { authSessions } from '@monkey-tracker/db/schema/auth';
import { userTokens } from '@monkey-tracker/db/schema/users';
import { webhookSettings } from '@monkey-tracker/db/schema/webhook';
import { and, isNull, sql } from 'drizzle-orm';

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
export async function pauseWebhook(db: Db, pausedReason: string): Promise<boolean> {
  const { rowCount } = await db
    .update(webhookSettings)
    .set({ pausedReason })
    .where(and(webhookSettings.enabled, isNull(webhookSettings.pausedReason)));
  return rowCount === 1;
}
