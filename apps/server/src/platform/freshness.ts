import { connectionsOpened, type Db } from '@monkey-tracker/db/client';
import { type SQLWrapper, sql } from 'drizzle-orm';
import { gather } from './gather.ts';
import { prepared } from './prepared.ts';

/**
 * A moment of the database. Two moments of one state have nothing between them that anybody changed, on whichever server
 * or by hand: then what was read after the first is what would be read at the second, and need not be read again.
 *
 * The state is PostgreSQL's snapshot, which names the transactions that are over: `xmin:xmax:xip`. None that wrote can
 * commit without changing it, and it never comes back to what it was. Beside it stands how many connections there have
 * been, because a PostgreSQL that crashed may give the same numbers again. See docs/adr/0015.
 *
 * What changes by the clock alone changes no snapshot: that is what `at` and `Lasting.until` are for.
 */
export interface Moment {
  state: string;
  /** The database's clock, in milliseconds. */
  at: number;
}

/** Something that was read, and when the clock alone makes it another; `Infinity` where it does not. */
export interface Lasting<Value> {
  value: Value;
  until: number;
}

/** A time of the database as `until` has it, to the microsecond. */
export const msOf = (time: SQLWrapper) => sql<number>`(extract(epoch from ${time}) * 1000)::float8`;

const momentNow = prepared((db) =>
  db
    .select({
      snapshot: sql<string>`pg_current_snapshot()::text`,
      at: sql<number>`epoch_ms(server_now())::float8`,
    })
    .from(sql`(select) nothing`)
    .prepare('moment'),
);

const nextMoment = gather(async (db: Db, keys: 'now'[]) => {
  const [row] = await momentNow(db).execute();
  if (!row) throw new Error('the database names no moment');
  const moment: Moment = { state: `${connectionsOpened(db)} ${row.snapshot}`, at: row.at };
  return new Map(keys.map((key) => [key, moment]));
});

/** A moment after this call: all who ask meanwhile share the question. */
export async function momentOf(db: Db): Promise<Moment> {
  const moment = await nextMoment(db, 'now');
  if (!moment) throw new Error('a moment was asked for and not given');
  return moment;
}

/** More than are ever asked for between two changes; whoever makes keys up shall not fill the memory. */
const mostKept = 1_000;

/**
 * Something that is read for many keys at once, and kept for as long as the state of the database stays what it was.
 * What is read is filed under a moment before it was read: whoever finds that state again knows that it has not changed.
 */
export function remembered<Key, Value>(read: (db: Db, keys: Key[]) => Promise<Map<Key, Lasting<Value>>>) {
  const memories = new WeakMap<Db, { state: string; kept: Map<Key, Lasting<Value> | undefined> }>();
  const ask = gather(read);

  function keep(db: Db, state: string, key: Key, found: Lasting<Value> | undefined): void {
    const memory = memories.get(db);
    if (memory?.state === state && memory.kept.size < mostKept) memory.kept.set(key, found);
    else memories.set(db, { state, kept: new Map([[key, found]]) });
  }

  return {
    /** As it is now. */
    async read(db: Db, key: Key): Promise<Value | undefined> {
      return (await ask(db, key))?.value;
    },

    /** As it is at a moment that lies after the beginning of whatever is to be answered. */
    async recall(db: Db, { state, at }: Moment, key: Key): Promise<Value | undefined> {
      const memory = memories.get(db);
      if (memory?.state === state && memory.kept.has(key)) {
        const found = memory.kept.get(key);
        if (!found || at < found.until) return found?.value;
      }
      const found = await ask(db, key);
      keep(db, state, key, found);
      return found?.value;
    },
  };
}
