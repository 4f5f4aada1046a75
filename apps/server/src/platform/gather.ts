import { setImmediate } from 'node:timers/promises';
import type { Db } from '@monkey-tracker/db/client';

/** The next reading of one database: what for, and what it will find. */
interface Reading<Key, Value> {
  keys: Set<Key>;
  found: Promise<Map<Key, Value>>;
}

/**
 * Lets many who ask at once be answered by one reading. Whoever asks while one is under way waits for the next, so that
 * nobody is told what was true only before they asked: this is no cache, and what somebody else committed counts at once.
 */
export function gather<Key, Value>(
  read: (db: Db, keys: Key[]) => Promise<Map<Key, Value>>,
): (db: Db, key: Key) => Promise<Value | undefined> {
  const next = new WeakMap<Db, Reading<Key, Value>>();
  const underWay = new WeakMap<Db, Promise<unknown>>();

  function plan(db: Db): Reading<Key, Value> {
    const keys = new Set<Key>();
    // The first of many waits for the others that have arrived with it.
    const found = (underWay.get(db) ?? setImmediate()).then(() => {
      next.delete(db);
      const reading = read(db, [...keys]);
      const over = reading
        .catch(() => undefined)
        .finally(() => void (underWay.get(db) === over && underWay.delete(db)));
      underWay.set(db, over);
      return reading;
    });
    return { keys, found };
  }

  return async (db, key) => {
    const reading = next.get(db) ?? plan(db);
    next.set(db, reading);
    reading.keys.add(key);
    return (await reading.found).get(key);
  };
}
