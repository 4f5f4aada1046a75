import type { Show } from '@monkey-tracker/contract/shows';
import type { Db } from '@monkey-tracker/db/client';
import { shows } from '@monkey-tracker/db/schema/shows';
import { and, desc, eq, sql } from 'drizzle-orm';
import { msOf } from '../../platform/freshness.ts';
import { prepared } from '../../platform/prepared.ts';

/** The documented payload, built by PostgreSQL together with its entries. */
const payload = sql<Show>`show_json(${shows})`;
const archivesAt = sql`archives_at(${shows})`;
const active = sql`${archivesAt} > server_now()`;

/** Which state of a show this is: its version, which each change of it or its entries raises, and the row's own mark. */
const stamp = sql<string>`concat(${shows.version}, ' ', ${shows}.xmin)`;

/** A show whose payload is left out where the caller has it in this very state. */
export interface Stamped {
  id: string;
  stamp: string;
  payload: Show | null;
  /** When it goes to the archive, where nobody changes it before. */
  until: number;
}

const columns = {
  id: shows.id,
  stamp,
  payload: sql<Show | null>`case when not exists (
    select from unnest(${sql.placeholder('ids')}::uuid[], ${sql.placeholder('stamps')}::text[]) known(id, stamp)
    where known.id = ${shows.id} and known.stamp = ${stamp}) then ${payload} end`,
  until: msOf(archivesAt),
};

const listed = prepared((db) =>
  db
    .select(columns)
    .from(shows)
    .where(active)
    .orderBy(desc(shows.updatedAt), desc(shows.id))
    .prepare('list_active_shows'),
);
const some = prepared((db) =>
  db
    .select(columns)
    .from(shows)
    .where(and(sql`${shows.id} = any(${sql.placeholder('asked')}::uuid[])`, active))
    .prepare('some_active_shows'),
);

type Known = ReadonlyMap<string, { stamp: string }>;
const namesOf = (known: Known) => ({
  ids: [...known.keys()],
  stamps: Array.from(known.values(), ({ stamp }) => stamp),
});

/** Active shows as one statement sees them, last changed first. */
export const listActive = (db: Db, known: Known): Promise<Stamped[]> => listed(db).execute(namesOf(known));

/** Those of the shows that are active. */
export const findStamped = (db: Db, asked: string[], known: Known): Promise<Stamped[]> =>
  some(db).execute({ asked, ...namesOf(known) });

export async function findActive(db: Db, id: string): Promise<Show | undefined> {
  const [row] = await db
    .select({ payload })
    .from(shows)
    .where(and(eq(shows.id, id), active));
  return row?.payload;
}

/** Holds the row until the transaction ends; false where there is no such active show. */
export async function lockActive(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: shows.id })
    .from(shows)
    .where(and(eq(shows.id, id), active))
    .for('no key update');
  return rows.length > 0;
}

type Row = typeof shows.$inferInsert;

/** The trigger gives the slot of the day, or refuses. */
export async function insert(db: Db, row: Omit<Row, 'daySlot'>): Promise<Show> {
  const [inserted] = await db
    .insert(shows)
    .values({ ...row, daySlot: 0 })
    .returning({ payload });
  if (!inserted) throw new Error('an insert gave no row back');
  return inserted.payload;
}

export async function update(db: Db, id: string, change: Partial<Row>): Promise<Show> {
  const [updated] = await db.update(shows).set(change).where(eq(shows.id, id)).returning({ payload });
  if (!updated) throw new Error('the locked show is gone');
  return updated.payload;
}
