import type { EventType } from '@monkey-tracker/contract/events';
import type { Db } from '@monkey-tracker/db/client';
import { sql } from 'drizzle-orm';

/** One change for the log: what, on which record, what it was and what it became. */
export interface NewEvent {
  type: EventType;
  subjectId: string | null;
  showId?: string | null;
  before?: unknown;
  after?: unknown;
}

const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value));

/** Appends to the log. It locks the log's head until the commit: call it last in a transaction. */
export async function appendEvents(
  db: Db,
  { actorId, requestId }: { actorId: string | null; requestId: string | null },
  happened: readonly NewEvent[],
): Promise<void> {
  for (const { type, subjectId, showId = null, before, after } of happened) {
    // One by one, so that numbers follow the order of happening; seq, time and hashes are the trigger's.
    // Written out, since each change runs it, and building it anew each time took longer than running it.
    await db.execute(sql`
      insert into events (seq, at, actor_id, type, subject_id, show_id, before, after, request_id, prev_hash, hash)
      values (0, 'epoch', ${actorId}, ${type}, ${subjectId}, ${showId}, ${json(before)}, ${json(after)}, ${requestId}, '', '')`);
  }
}
