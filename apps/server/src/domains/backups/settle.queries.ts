import type { Db } from '@monkey-tracker/db/client';
import { personalAccessTokens } from '@monkey-tracker/db/schema/access-tokens';
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

/** One-time links and the keys of scripts: some of them may have been revoked since. @returns how many keys worked. */
export async function voidAllTokens(db: Db): Promise<number> {
  await db.delete(userTokens);
  const { rowCount } = await db
    .update(personalAccessTokens)
    .set({ revokedAt: sql`server_now()` })
    .where(isNull(personalAccessTokens.revokedAt));
  return rowCount ?? 0;
}

/** @returns whether there was a webhook that would have sent. */
export async function pauseWebhook(db: Db, pausedReason: string): Promise<boolean> {
  const { rowCount } = await db
    .update(webhookSettings)
    .set({ pausedReason })
    .where(and(webhookSettings.enabled, isNull(webhookSettings.pausedReason)));
  return rowCount === 1;
}
