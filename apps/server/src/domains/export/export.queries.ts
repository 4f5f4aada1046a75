import type { ExportScope } from '@monkey-tracker/contract/export';
import type { WholeShow } from '@monkey-tracker/contract/export-whole-columns';
import type { Show } from '@monkey-tracker/contract/shows';
import type { Db } from '@monkey-tracker/db/client';
import { type SQL, sql } from 'drizzle-orm';

export interface Wanted {
  from?: string;
  to?: string;
  scope: ExportScope;
}

/** A show with its payload as PostgreSQL writes it, so that JSON passes through byte for byte. */
export interface Stored {
  archived: boolean;
  payload: string;
}

export const parse = ({ payload }: Stored): WholeShow & Pick<Show, 'entries'> => JSON.parse(payload);

/** Shows in one query: about a megabyte. */
const batchSize = 200;

const inRange = (
  { from, to }: Wanted,
  day: SQL,
) => sql`(${from ?? null}::date is null or ${day} >= ${from ?? null}::date)
  and (${to ?? null}::date is null or ${day} <= ${to ?? null}::date)`;

interface Place {
  day: string;
  time: string;
  id: string;
}

/**
 * All shows that are wanted, by date, time and id, a batch at a time. Each batch is a short query of its own that goes on
 * after the last show: nothing is held open for a slow client, no time limit ends a long export, and a show that is
 * archived meanwhile keeps its place.
 */
export async function* batches(db: Db, wanted: Wanted): AsyncGenerator<Stored[]> {
  let after: Place = { day: '-infinity', time: '', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const rows = await nextBatch(db, wanted, after);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last;
  }
}

async function nextBatch(db: Db, wanted: Wanted, after: Place): Promise<(Stored & Place)[]> {
  const beyond = (place: SQL) => sql`(${place}) > (${after.day}::date, ${after.time}, ${after.id}::uuid)`;
  const { scope } = wanted;
  const { rows } = await db.execute<{ [K in keyof (Stored & Place)]: (Stored & Place)[K] }>(sql`
    select day::text as day, time, id, archived, payload from (
      (select t.show_date as day, t.show_time as time, t.show_id as id, true as archived,
          archived_json(a)::text as payload
        from archive_show_totals t join show_archive a on a.id = t.show_id
        where ${scope !== 'live'} and ${inRange(wanted, sql`t.show_date`)}
          and ${beyond(sql`t.show_date, t.show_time, t.show_id`)}
        order by 1, 2, 3 limit ${batchSize})
      union all
      (select s.date, s.time, s.id, false, show_json(s)::text from shows s
        where ${scope !== 'archive'} and ${inRange(wanted, sql`s.date`)}
          and ${beyond(sql`s.date, s.time, s.id`)}
        order by 1, 2, 3 limit ${batchSize})
    ) stored order by day, time, id limit ${batchSize}`);
  return rows;
}

export async function find(db: Db, id: string): Promise<Stored | undefined> {
  const { rows } = await db.execute<{ archived: boolean; payload: string }>(sql`
    select true as archived, archived_json(a)::text as payload from show_archive a where a.id = ${id}
    union all select false, show_json(s)::text from shows s where s.id = ${id}`);
  return rows[0];
}

/** How many entries there will be. */
export async function countEntries(db: Db, wanted: Wanted): Promise<number> {
  const { scope } = wanted;
  const { rows } = await db.execute<{ count: number }>(sql`
    select ((select coalesce(sum(t.entries_count), 0) from archive_show_totals t
        where ${scope !== 'live'} and ${inRange(wanted, sql`t.show_date`)}
          and exists (select from show_archive a where a.id = t.show_id))
      + (select count(*) from entries e join shows s on s.id = e.show_id
        where ${scope !== 'archive'} and ${inRange(wanted, sql`s.date`)}))::float8 as count`);
  return rows[0]?.count ?? 0;
}
