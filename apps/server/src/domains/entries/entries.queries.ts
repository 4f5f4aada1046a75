import type { Entry } from '@monkey-tracker/contract/entries';
import type { Db } from '@monkey-tracker/db/client';
import { entries } from '@monkey-tracker/db/schema/entries';
import { and, eq, sql } from 'drizzle-orm';

const payload = sql<Entry>`entry_json(${entries})`;

type Row = typeof entries.$inferInsert;
/** On the wire a moment is epoch milliseconds. */
type Written<T> = Omit<T, 'ts'> & { ts?: number };

const toRow = <T extends { ts?: number }>({ ts, ...row }: T) => ({
  ...row,
  ...(ts !== undefined && { ts: new Date(ts) }),
});

export async function find(db: Db, showId: string, id: string): Promise<Entry | undefined> {
  const [row] = await db
    .select({ payload })
    .from(entries)
    .where(and(eq(entries.showId, showId), eq(entries.id, id)));
  return row?.payload;
}

export async function insert(db: Db, row: Written<Row>): Promise<Entry> {
  const [inserted] = await db.insert(entries).values(toRow(row)).returning({ payload });
  if (!inserted) throw new Error('an insert gave no row back');
  return inserted.payload;
}

export async function update(db: Db, id: string, change: Written<Partial<Row>>): Promise<Entry> {
  const [updated] = await db
    .update(entries)
    .set(toRow(change))
    .where(eq(entries.id, id))
    .returning({ payload });
  if (!updated) throw new Error('the entry of a locked show is gone');
  return updated.payload;
}

export async function remove(db: Db, id: string): Promise<void> {
  await db.delete(entries).where(eq(entries.id, id));
}
