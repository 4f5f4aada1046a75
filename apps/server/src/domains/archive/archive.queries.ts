import type { ArchivedShow } from '@monkey-tracker/contract/archive';
import type { Db } from '@monkey-tracker/db/client';
import { showArchive } from '@monkey-tracker/db/schema/archive';
import { shows } from '@monkey-tracker/db/schema/shows';
import { and, eq, type SQL, sql } from 'drizzle-orm';

/** Why a show leaves the log: its time has come, somebody says so, or it was deleted. */
export type Reason = 'due' | 'now' | 'deleted';

const due = sql`archives_at(${shows}) <= server_now()`;
const active = sql`archives_at(${shows}) > server_now()`;

/** Snapshots, and shows whose time has come though no sweep has moved them yet: both read the same. */
const archived = (filter: SQL) => sql<{ id: string; payload: ArchivedShow }>`
  select payload from (
    select ${showArchive.id} as id, ${showArchive.archivedAt} as archived_at, archived_json(${showArchive}) as payload
      from ${showArchive}
    union all
    select ${shows.id}, archives_at(${shows}),
      show_json(${shows})::jsonb || jsonb_build_object('archivedAt', epoch_ms(archives_at(${shows})))
      from ${shows} where ${due}
  ) archived where ${filter} order by archived_at desc, id desc`;

async function select(db: Db, filter: SQL): Promise<ArchivedShow[]> {
  const { rows } = await db.execute<{ payload: ArchivedShow }>(archived(filter));
  return rows.map((row) => row.payload);
}

export const list = (db: Db): Promise<ArchivedShow[]> => select(db, sql`true`);

export async function find(db: Db, id: string): Promise<ArchivedShow | undefined> {
  const [found] = await select(db, sql`id = ${id}`);
  return found;
}

/** The ids of shows whose time has come, the oldest first. */
export async function listDue(db: Db, { date }: { date?: string } = {}): Promise<string[]> {
  const rows = await db
    .select({ id: shows.id })
    .from(shows)
    .where(and(due, date === undefined ? undefined : eq(shows.date, date)))
    .orderBy(shows.date, shows.id);
  return rows.map((row) => row.id);
}

const lock = async (db: Db, id: string, state: SQL) =>
  (
    await db
      .select({ id: shows.id })
      .from(shows)
      .where(and(eq(shows.id, id), state))
      .for('update')
  ).length > 0;

export const lockActive = (db: Db, id: string): Promise<boolean> => lock(db, id, active);
export const lockDue = (db: Db, id: string): Promise<boolean> => lock(db, id, due);

/** Moves a show, which the caller has locked, into the archive as it stands. */
export async function storeSnapshot(db: Db, id: string, reason: Reason): Promise<ArchivedShow> {
  const archivedAt = reason === 'due' ? sql`archives_at(${shows})` : sql`server_now()`;
  const deletedAt = reason === 'deleted' ? sql`server_now()` : sql`null`;
  await db.execute(sql`
    insert into ${showArchive} (id, data, show_date, created_at, archived_at, deleted_at)
    select ${shows.id}, show_json(${shows}), ${shows.date}, ${shows.createdAt}, ${archivedAt}, ${deletedAt}
    from ${shows} where ${shows.id} = ${id}`);
  await db.delete(shows).where(eq(shows.id, id));
  const stored = await find(db, id);
  if (!stored) throw new Error('the locked show is gone');
  return stored;
}

/** The date of a show whose snapshot is there. */
export async function findDate(db: Db, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ date: showArchive.showDate })
    .from(showArchive)
    .where(eq(showArchive.id, id));
  return row?.date;
}

/** Puts a show back from its snapshot, which goes. @returns false where there is none. */
export async function restore(db: Db, id: string): Promise<boolean> {
  const { rows } = await db.execute<{ done: boolean }>(sql`select restore_snapshot(${id}) as done`);
  return rows[0]?.done ?? false;
}
