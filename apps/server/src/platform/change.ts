import type { Db } from '@monkey-tracker/db/client';
import { appendEvents, type NewEvent } from './events.ts';
import { type Attempt, claim, keep, type StoredAnswer } from './idempotency.ts';
import { Problem } from './problem.ts';

/** What a service needs to change something: the transaction, who asks, and the log. */
export interface Unit {
  db: Db;
  /** The user's id; null where the system itself acts. */
  actorId: string | null;
  /** Tells the log of a change; written last, in the same transaction. */
  record(event: NewEvent): void;
}

export interface Origin {
  actorId: string | null;
  requestId: string | null;
}

/** Runs `work` as one transaction: its changes and its events commit together or not at all. */
export const inUnit = <T>(db: Db, origin: Origin, work: (unit: Unit) => Promise<T>): Promise<T> =>
  db.transaction((db) => recorded(db, origin, work));

async function recorded<T>(db: Db, origin: Origin, work: (unit: Unit) => Promise<T>): Promise<T> {
  const happened: NewEvent[] = [];
  const result = await work({ db, actorId: origin.actorId, record: (event) => happened.push(event) });
  await appendEvents(db, origin, happened);
  return result;
}

/**
 * The same for a request that may be repeated under one key: the answer is kept in the transaction of the change, a
 * refusal in one of its own after what it had begun is undone, and a repeat is given the first one.
 */
export async function inRepeatableUnit(
  db: Db,
  origin: Origin & { requestId: string },
  attempt: Attempt,
  work: (unit: Unit) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  let claimed = false;
  try {
    return await db.transaction(async (db) => {
      const first = await claim(db, attempt);
      if (first) return first;
      claimed = true;
      return recorded(db, origin, async (unit) => {
        const done = await work(unit);
        await keep(unit.db, attempt, done);
        return done;
      });
    });
  } catch (error) {
    if (!claimed || !(error instanceof Problem) || error.status >= 500) throw error;
    const refusal = { status: error.status, body: JSON.stringify(error.toBody(origin.requestId)) };
    // The key was free for a moment: where a repeat was quicker, its answer is the first one.
    return db.transaction(async (db) => {
      const first = await claim(db, attempt);
      if (first) return first;
      await keep(db, attempt, refusal);
      return refusal;
    });
  }
}
