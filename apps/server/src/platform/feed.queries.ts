import type { LiveEvent } from '@monkey-tracker/contract/events';
import type { Db } from '@monkey-tracker/db/client';
import { eventHead, events } from '@monkey-tracker/db/schema/events';
import { users } from '@monkey-tracker/db/schema/users';
import { asc, eq, gt, sql } from 'drizzle-orm';

/** The columns of the log that every reader of it is shown. */
export const liveColumns = {
  seq: events.seq,
  at: sql<number>`epoch_ms(${events.at})`.mapWith(Number),
  actor: sql<LiveEvent['actor']>`case when ${users.id} is not null then
    json_build_object('id', ${users.id}, 'displayName', ${users.displayName}) end`,
  type: events.type,
  subjectId: events.subjectId,
  showId: events.showId,
  after: events.after,
};

/** The number of the newest event, 0 where there is none. */
export async function headOf(db: Db): Promise<number> {
  const [head] = await db.select({ seq: eventHead.seq }).from(eventHead);
  return head?.seq ?? 0;
}

/** The next events after a number, oldest first. The log has no gaps, so that none is ever missed. */
export async function readEventsAfter(db: Db, seq: number, limit: number): Promise<LiveEvent[]> {
  return db
    .select(liveColumns)
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(gt(events.seq, seq))
    .orderBy(asc(events.seq))
    .limit(limit);
}
