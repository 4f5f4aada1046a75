import type { EventType } from '@monkey-tracker/contract/events';
import type { Db } from '@monkey-tracker/db/client';
import { events } from '@monkey-tracker/db/schema/events';

/** One change for the log: what, on which record, what it was and what it became. */
export interface NewEvent {
  type: EventType;
  subjectId: string | null;
  showId?: string | null;
  before?: unknown;
  after?: unknown;
}

/** Appends to the log. It locks the log's head until the commit: call it last in a transaction. */
export async function appendEvents(
  db: Db,
  origin: { actorId: string | null; requestId: string | null },
  happened: readonly NewEvent[],
): Promise<void> {
  for (const event of happened) {
    // One by one, so that numbers follow the order of happening; seq, time and hashes are the trigger's.
    await db.insert(events).values({ ...event, ...origin, ...filledByTrigger });
  }
}

const filledByTrigger = { seq: 0, at: new Date(0), prevHash: Buffer.alloc(0), hash: Buffer.alloc(0) };
