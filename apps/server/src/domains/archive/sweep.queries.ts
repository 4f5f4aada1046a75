import type { Db } from '@monkey-tracker/db/client';
import { appConfig } from '@monkey-tracker/db/schema/config';
import { sql } from 'drizzle-orm';

/** What a purge would do, and what speaks against it. */
export interface Outlook {
  due: number;
  /** Why it has to stop: the clock or the amount looks wrong. */
  objection: string | null;
  stoppedBefore: string | null;
  /** An administrator has paused the purge. */
  paused: boolean;
}

/** Whether this transaction is the one that sweeps; others skip their turn. */
export async function tryLockSweep(db: Db): Promise<boolean> {
  const { rows } = await db.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(current_schema() || ' sweep', 0)) as locked`,
  );
  return rows[0]?.locked ?? false;
}

export async function noteSweep(db: Db): Promise<void> {
  await db.update(appConfig).set({ lastSweepAt: sql`server_now()` });
}

export async function noteStop(db: Db, reason: string | null): Promise<void> {
  await db.update(appConfig).set({ purgeStopped: reason });
}

export async function outlook(db: Db): Promise<Outlook> {
  const { rows } = await db.execute<{ [K in keyof Outlook]: Outlook[K] }>(sql`
    select (select count(*) from archived_shows where purged_at <= server_now())::int as "due",
      purge_objection() as "objection",
      ${appConfig.purgeStopped} as "stoppedBefore", ${appConfig.purgePausedAt} is not null as "paused"
    from ${appConfig}`);
  if (!rows[0]) throw new Error('the row of app_config is missing');
  return rows[0];
}

/**
 * Removes the oldest expired snapshots, at most `limit`, unless the database itself objects; their numbers stay, but for
 * those of the demo. @returns their ids.
 */
export async function purge(db: Db, limit: number): Promise<string[]> {
  const { rows } = await db.execute<{ gone: string[] }>(sql`select purge_snapshots(${limit}) as gone`);
  return rows[0]?.gone ?? [];
}
