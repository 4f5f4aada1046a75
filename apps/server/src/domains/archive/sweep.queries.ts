import type { Db } from '@monkey-tracker/db/client';
import { showArchive } from '@monkey-tracker/db/schema/archive';
import { appConfig } from '@monkey-tracker/db/schema/config';
import { events } from '@monkey-tracker/db/schema/events';
import { inArray, sql } from 'drizzle-orm';

/** What a purge would do, and what speaks against it. */
export interface Outlook {
  due: number;
  total: number;
  /** Hours since the newest event that a person caused; null where there is none. */
  hoursSincePerson: number | null;
  stoppedBefore: string | null;
  /** An administrator has paused the purge. */
  paused: boolean;
}

const expired = sql`${showArchive.createdAt}
  + make_interval(months => (select ${appConfig.retentionMonths} from ${appConfig})) <= server_now()`;

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
    select (select count(*) from ${showArchive} where ${expired})::int as "due",
      (select count(*) from ${showArchive})::int as "total",
      (select (extract(epoch from server_clock() - ${events.at}) / 3600)::float8 from ${events}
        where ${events.actorId} is not null order by ${events.seq} desc limit 1) as "hoursSincePerson",
      ${appConfig.purgeStopped} as "stoppedBefore", ${appConfig.purgePausedAt} is not null as "paused"
    from ${appConfig}`);
  if (!rows[0]) throw new Error('the row of app_config is missing');
  return rows[0];
}

/** Removes the oldest expired snapshots, at most `limit`; their numbers stay, but for those of the demo. @returns their ids. */
export async function purge(db: Db, limit: number): Promise<string[]> {
  await db.execute(sql`set local monkey_tracker.snapshot_removal = 'purge'`);
  const oldest = db
    .select({ id: showArchive.id })
    .from(showArchive)
    .where(expired)
    .orderBy(showArchive.createdAt, showArchive.id)
    .limit(limit);
  const purged = await db
    .delete(showArchive)
    .where(inArray(showArchive.id, oldest))
    .returning({ id: showArchive.id });
  await db.execute(sql`set local monkey_tracker.snapshot_removal = ''`);
  return purged.map((row) => row.id);
}
