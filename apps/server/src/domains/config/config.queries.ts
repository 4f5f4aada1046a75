import type { Config } from '@monkey-tracker/contract/config';
import type { Db } from '@monkey-tracker/db/client';
import { appConfig } from '@monkey-tracker/db/schema/config';
import { sql } from 'drizzle-orm';
import { readLimits } from '../../platform/session-limits.ts';

/** The settings that all instances share, as the API tells them. */
export type SharedSettings = Pick<
  Config,
  'unitLabel' | 'timeZone' | 'archive' | 'sessions' | 'adminsNeedTwoFactor'
>;

/** @param fixed what the environment decides. */
export async function read(db: Db, fixed: Partial<Config['sessions']>): Promise<SharedSettings> {
  const [row] = await db
    .select({
      unitLabel: appConfig.unitLabel,
      timeZone: appConfig.timeZone,
      afterHours: appConfig.archiveAfterHours,
      retentionMonths: appConfig.retentionMonths,
      adminsNeedTwoFactor: appConfig.adminsNeedTwoFactor,
    })
    .from(appConfig);
  if (!row) throw new Error('the row of app_config is missing');
  const { unitLabel, timeZone, adminsNeedTwoFactor, ...archive } = row;
  return { unitLabel, timeZone, archive, adminsNeedTwoFactor, sessions: await readLimits(db, fixed) };
}

export async function lock(db: Db): Promise<void> {
  await db.select({ only: appConfig.onlyRow }).from(appConfig).for('update');
}

export async function update(db: Db, change: Partial<typeof appConfig.$inferInsert>): Promise<void> {
  await db.update(appConfig).set({ ...change, updatedAt: sql`server_now()` });
}

export async function knowsTimeZone(db: Db, name: string): Promise<boolean> {
  const found = await db.execute(sql`select from pg_timezone_names where name = ${name}`);
  return found.rows.length > 0;
}
