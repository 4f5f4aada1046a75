import type { DemoState } from '@monkey-tracker/contract/demo';
import type { Db } from '@monkey-tracker/db/client';
import { showArchive } from '@monkey-tracker/db/schema/archive';
import { appConfig } from '@monkey-tracker/db/schema/config';
import { demoShows } from '@monkey-tracker/db/schema/demo';
import { entries } from '@monkey-tracker/db/schema/entries';
import { shows } from '@monkey-tracker/db/schema/shows';
import { inArray, sql } from 'drizzle-orm';

const demoIds = sql`(select ${demoShows.showId} from ${demoShows})`;

/** One at a time fills or removes the demo. */
export async function lockDemo(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ' demo', 0))`);
}

/** The server's clock and the settings on which the times of shows hang. */
export async function readVenue(db: Db) {
  const { rows } = await db.execute<{ now: number; timeZone: string; archiveAfterHours: number }>(sql`
    select epoch_ms(server_now())::float8 as "now", ${appConfig.timeZone} as "timeZone",
      ${appConfig.archiveAfterHours} as "archiveAfterHours" from ${appConfig}`);
  if (!rows[0]) throw new Error('the row of app_config is missing');
  return rows[0];
}

/** Whether there is any show, live or archived, that the demo did not bring. */
export async function hasOtherShows(db: Db): Promise<boolean> {
  const { rows } = await db.execute<{ found: boolean }>(sql`
    select exists (select from ${shows} where ${shows.id} not in ${demoIds})
      or exists (select from ${showArchive} where ${showArchive.id} not in ${demoIds}) as found`);
  return rows[0]?.found ?? false;
}

export async function count(db: Db): Promise<DemoState> {
  const { rows } = await db.execute<{ [K in keyof DemoState]: number }>(sql`
    select (select count(*) from ${shows} where ${shows.id} in ${demoIds})::int as "liveShows",
      (select count(*) from ${showArchive} where ${showArchive.id} in ${demoIds})::int as "archivedShows",
      (select count(*) from ${entries} where ${entries.showId} in ${demoIds})::int
        + (select coalesce(sum(jsonb_array_length(${showArchive.data}->'entries')), 0) from ${showArchive}
            where ${showArchive.id} in ${demoIds})::int as "entries"`);
  if (!rows[0]) throw new Error('a count gave no row back');
  return rows[0];
}

export async function list(db: Db, ids: readonly string[]): Promise<void> {
  await db.insert(demoShows).values(ids.map((showId) => ({ showId })));
}

export async function removeSnapshots(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ gone: string[] }>(sql`select remove_demo_snapshots() as gone`);
  return rows[0]?.gone ?? [];
}

export async function removeLive(db: Db): Promise<string[]> {
  const gone = await db.delete(shows).where(inArray(shows.id, demoIds)).returning({ id: shows.id });
  return gone.map(({ id }) => id);
}

export async function clearList(db: Db): Promise<void> {
  await db.delete(demoShows);
}
