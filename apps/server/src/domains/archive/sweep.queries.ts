import type { Db } from '@monkey-tracker/db/client';
import { purgedDailyTotals, showArchive } from '@monkey-tracker/db/schema/archive';
import { appConfig } from '@monkey-tracker/db/schema/config';
import { demoShows } from '@monkey-tracker/db/schema/demo';
import { events } from '@monkey-tracker/db/schema/events';
import { sql } from 'drizzle-orm';

/** What a purge would do, and what speaks against it. */
export interface Outlook {
  due: number;
  total: number;
  /** Hours since the newest event that a person caused; null where there is none. */
  hoursSincePerson: number | null;
  stoppedBefore: string | null;
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
      ${appConfig.purgeStopped} as "stoppedBefore"
    from ${appConfig}`);
  if (!rows[0]) throw new Error('the row of app_config is missing');
  return rows[0];
}

/** Removes expired snapshots, adding their numbers to the totals that stay, but for those of the demo. @returns their ids. */
export async function purge(db: Db): Promise<string[]> {
  await db.execute(sql`set local monkey_tracker.snapshot_removal = 'purge'`);
  await db.execute(sql`
    insert into ${purgedDailyTotals} as kept (show_date, shows_count, entries_count, completed_count, no_launch_count,
      abort_count, planned_count, launched_count, delay_count, delay_sum_sec, max_delay_sec)
    select ${showArchive.showDate}, count(distinct ${showArchive.id}), count(e),
      count(e) filter (where e->>'status' = 'Completed'), count(e) filter (where e->>'status' = 'No-launch'),
      count(e) filter (where e->>'status' = 'Abort'), count(e) filter (where e->>'planned' = 'Yes'),
      count(e) filter (where e->>'launched' = 'Yes'), count(e->>'delaySec'),
      coalesce(sum((e->>'delaySec')::float8), 0), max((e->>'delaySec')::float8)
    from ${showArchive} left join lateral jsonb_array_elements(${showArchive.data}->'entries') e on true
    where ${expired} and ${showArchive.id} not in (select ${demoShows.showId} from ${demoShows}) group by ${showArchive.showDate}
    on conflict (show_date) do update set
      shows_count = kept.shows_count + excluded.shows_count,
      entries_count = kept.entries_count + excluded.entries_count,
      completed_count = kept.completed_count + excluded.completed_count,
      no_launch_count = kept.no_launch_count + excluded.no_launch_count,
      abort_count = kept.abort_count + excluded.abort_count,
      planned_count = kept.planned_count + excluded.planned_count,
      launched_count = kept.launched_count + excluded.launched_count,
      delay_count = kept.delay_count + excluded.delay_count,
      delay_sum_sec = kept.delay_sum_sec + excluded.delay_sum_sec,
      max_delay_sec = greatest(kept.max_delay_sec, excluded.max_delay_sec)`);
  const purged = await db.delete(showArchive).where(expired).returning({ id: showArchive.id });
  return purged.map((row) => row.id);
}
