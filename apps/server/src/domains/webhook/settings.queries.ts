import type { WebhookSummary } from '@monkey-tracker/contract/storage';
import type { Db } from '@monkey-tracker/db/client';
import { webhookSettings } from '@monkey-tracker/db/schema/webhook';
import { sql } from 'drizzle-orm';
import { prepared } from '../../platform/prepared.ts';

export type Settings = typeof webhookSettings.$inferSelect;

/** The one row; a previous secret whose time is over is as good as gone. */
export async function read(db: Db): Promise<Settings> {
  const [row] = await db.select(columns).from(webhookSettings);
  if (!row) throw new Error('the row of webhook_settings is missing');
  return row;
}

/** What everybody is told of it, with each list of shows. */
const summary = prepared((db) =>
  db
    .select({
      enabled: webhookSettings.enabled,
      method: webhookSettings.method,
      hasSecret: sql<boolean>`${webhookSettings.secret} is not null`,
      headerCount: sql<number>`jsonb_array_length(${webhookSettings.headers})`,
    })
    .from(webhookSettings)
    .prepare('webhook_summary'),
);

export async function readSummary(db: Db): Promise<WebhookSummary> {
  const [row] = await summary(db).execute();
  if (!row) throw new Error('the row of webhook_settings is missing');
  return row;
}

const inOverlap = sql`${webhookSettings.previousSecretUntil} > server_now()`;
const columns = {
  onlyRow: webhookSettings.onlyRow,
  url: webhookSettings.url,
  method: webhookSettings.method,
  enabled: webhookSettings.enabled,
  headers: webhookSettings.headers,
  secret: webhookSettings.secret,
  previousSecret: sql<string | null>`case when ${inOverlap} then ${webhookSettings.previousSecret} end`,
  previousSecretUntil:
    sql<Date | null>`case when ${inOverlap} then ${webhookSettings.previousSecretUntil} end`.mapWith(
      webhookSettings.previousSecretUntil,
    ),
  pausedReason: webhookSettings.pausedReason,
  heldUntil: webhookSettings.heldUntil,
  updatedAt: webhookSettings.updatedAt,
  updatedBy: webhookSettings.updatedBy,
};

/** Waits for whoever changes the settings now. */
export async function lock(db: Db): Promise<void> {
  await db.select({ only: webhookSettings.onlyRow }).from(webhookSettings).for('update');
}

export async function update(db: Db, change: Partial<typeof webhookSettings.$inferInsert>): Promise<void> {
  await db.update(webhookSettings).set({ ...change, updatedAt: sql`server_now()` });
}

/** Sets a new secret and keeps the one before for some hours; null removes both. */
export async function rotateSecret(db: Db, secret: string | null, overlapHours: number): Promise<void> {
  const before = secret === null ? null : webhookSettings.secret;
  await db.update(webhookSettings).set({
    secret,
    previousSecret: sql`${before}`,
    previousSecretUntil: sql`case when ${before}::text is not null
      then server_now() + make_interval(hours => ${overlapHours}) end`,
  });
}

/** Asks nobody to send before the given number of seconds is over. */
export async function hold(db: Db, seconds: number): Promise<void> {
  await db.update(webhookSettings).set({
    heldUntil: sql`greatest(${webhookSettings.heldUntil}, server_clock() + make_interval(secs => ${seconds}))`,
  });
}
