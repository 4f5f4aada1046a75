import type { EventType } from '@monkey-tracker/contract/events';
import type { Db } from '@monkey-tracker/db/client';
import { events } from '@monkey-tracker/db/schema/events';
import { entries } from '@monkey-tracker/db/schema/entries';
import { and, desc, eq, lte, type SQL, sql } from 'drizzle-orm';

/** What one change made of a record; `after` is null where it ended it. */
export interface LastChange {
  type: EventType;
  showId: string | null;
  after: unknown;
}

/** A point of the log: a change, or a moment in epoch milliseconds; without either its end. */
export interface Point {
  seq?: number;
  at?: number;
}

/** The last change of a show or an entry up to a point of the log. */
export async function findLastChange(
  db: Db,
  id: string,
  { seq, at }: Point,
): Promise<LastChange | undefined> {
  const upTo: (SQL | undefined)[] = [
    seq === undefined ? undefined : lte(events.seq, seq),
    at === undefined ? undefined : lte(events.at, new Date(at)),
  ];
  const [row] = await db
    .select({ type: events.type, showId: events.showId, after: events.after })
    .from(events)
    .where(and(eq(events.subjectId, id), sql`${events.type} ~ '^(show|entry)[.]'`, ...upTo))
    .orderBy(desc(events.seq))
    .limit(1);
  return row;
}

export async function isThere(db: Db, entryId: string): Promise<boolean> {
  return (await db.select({ id: entries.id }).from(entries).where(eq(entries.id, entryId))).length > 0;
}
