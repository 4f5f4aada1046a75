import type { Database, Db } from './client.ts';

/** A database that can be exchanged for another one while it is in use. */
export interface ExchangeableDatabase extends Database {
  /** Keeps today's pool open until it is let go: what begins on it can end on it. */
  hold(): Held;
  /** The same for one piece of work. */
  use<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** What begins from now on is done on the next pool; the old one closes when the last has let go. */
  exchange(next: Database): void;
  /** Told of every exchange, when it has happened. */
  onExchange(listener: () => void): void;
}

export interface Held {
  db: Db;
  release(): void;
}

interface Used {
  database: Database;
  holders: number;
  /** Set once another one took its place. */
  left?: () => void;
}

/** Pools are exchanged by counting who holds them: `pool.end()` leaves those who wait hanging. */
export function exchangeable(first: Database): ExchangeableDatabase {
  let used: Used = { database: first, holders: 0 };
  const retiring = new Set<Used>();
  const listeners: (() => void)[] = [];

  function hold(): Held {
    const held = used;
    let holding = true;
    held.holders += 1;
    return {
      db: held.database.db,
      release() {
        if (!holding) return;
        holding = false;
        held.holders -= 1;
        if (held.holders === 0) held.left?.();
      },
    };
  }

  return {
    get db() {
      return used.database.db;
    },
    get pool() {
      return used.database.pool;
    },
    get parts() {
      return used.database.parts;
    },
    stats: () => used.database.stats(),
    hold,
    async use(work) {
      const { db, release } = hold();
      try {
        return await work(db);
      } finally {
        release();
      }
    },
    exchange(next) {
      const old = used;
      used = { database: next, holders: 0 };
      retiring.add(old);
      old.left = () => void old.database.close().finally(() => retiring.delete(old));
      if (old.holders === 0) old.left();
      for (const listener of listeners) listener();
    },
    onExchange: (listener) => void listeners.push(listener),
    async close() {
      await Promise.all([...retiring, used].map(({ database }) => database.close()));
    },
  };
}
