import type { Show } from '@monkey-tracker/contract/shows';
import type { Staff } from '@monkey-tracker/contract/staff';
import type { Db } from '@monkey-tracker/db/client';
import { showArchive } from '@monkey-tracker/db/schema/archive';
import { events } from '@monkey-tracker/db/schema/events';
import { shows } from '@monkey-tracker/db/schema/shows';
import { monkeyLeads, staff } from '@monkey-tracker/db/schema/staff';
import { eq, sql } from 'drizzle-orm';

export const rosterNames: readonly (keyof Staff)[] = ['crew', 'pilots', 'monkeyLeads'];

/** One import at a time, for as long as it takes. */
export async function beginLongWork(db: Db): Promise<void> {
  await db.execute(sql`set local statement_timeout = 0`);
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ' import', 0))`);
}

/** Shows that are here, live or archived, or that were here until retention purged them. */
export type Here = Map<string, 'present' | 'purged'>;

export async function findHere(db: Db, ids: readonly string[]): Promise<Here> {
  const { rows } = await db.execute<{ id: string; state: 'present' | 'purged' }>(sql`
    with asked as (select id::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as id)
    select id, 'purged' as state from asked where id::text in (
      select jsonb_array_elements_text(${events.after}->'shows') from ${events} where ${events.type} = 'archive.purged')
    union all
    select id, 'present' from asked
    where id in (select ${shows.id} from ${shows}) or id in (select ${showArchive.id} from ${showArchive})`);
  return new Map(rows.map((row) => [row.id, row.state]));
}

export interface Snapshot {
  data: { id: string; date: string; createdAt: number };
  archivedAt: number;
  deletedAt: number | null;
}

/** Stores snapshots in one statement. @returns the ids that were not there before. */
export async function insertSnapshots(db: Db, snapshots: readonly Snapshot[]): Promise<Set<string>> {
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into ${showArchive} (id, data, show_date, created_at, archived_at, deleted_at)
    select (s->'data'->>'id')::uuid, s->'data', (s->'data'->>'date')::date,
      to_timestamp((s->'data'->>'createdAt')::numeric / 1000), to_timestamp((s->>'archivedAt')::numeric / 1000),
      to_timestamp((s->>'deletedAt')::numeric / 1000)
    from jsonb_array_elements(${JSON.stringify(snapshots)}::jsonb) as s
    on conflict (id) do nothing returning id`);
  return new Set(rows.map((row) => row.id));
}

/** Puts a live show with its entries in, ids and times as they were; the database judges it. */
export async function insertShow(db: Db, show: { id: string }): Promise<Show> {
  await db.execute(sql`select insert_show(${JSON.stringify(show)}::jsonb, null)`);
  const [inserted] = await db
    .select({ payload: sql<Show>`show_json(${shows})` })
    .from(shows)
    .where(eq(shows.id, show.id));
  if (!inserted) throw new Error('the imported show is not there');
  return inserted.payload;
}

/** Adds names to a roster. @returns how many were not on it. */
export async function addNames(db: Db, roster: keyof Staff, names: readonly string[]): Promise<number> {
  if (names.length === 0) return 0;
  const added =
    roster === 'monkeyLeads'
      ? db
          .insert(monkeyLeads)
          .values(names.map((name) => ({ name })))
          .onConflictDoNothing()
      : db
          .insert(staff)
          .values(
            names.map((name) => ({ name, role: roster === 'crew' ? ('crew' as const) : ('pilot' as const) })),
          )
          .onConflictDoNothing();
  return (await added).rowCount ?? 0;
}

/** Archived shows that are past their retention. */
export async function countPurgeDue(db: Db): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from archived_shows where purged_at <= server_now()`,
  );
  return rows[0]?.count ?? 0;
}
