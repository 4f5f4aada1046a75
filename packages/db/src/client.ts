import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { type ConnectionParts, toPoolConfig } from './connection.ts';
import type { Log } from './log.ts';
import * as schema from './schema/all.ts';
import { clientOfPool } from './pool-client.ts';

/** A pool's or a transaction's handle: queries take either. */
export type Db = PgDatabase<NodePgQueryResultHKT, typeof schema>;

/** One pool with its Drizzle handle. */
export interface Database {
  db: Db;
  pool: pg.Pool;
  parts: ConnectionParts;
  /** How many connections there are, idle and waited for, and may be. */
  stats(): { total: number; idle: number; waiting: number; max: number };
  /** Ends the pool; requests that still wait for a connection are refused. */
  close(): Promise<void>;
}

const connectionsOf = new WeakMap<Db, number>();

/**
 * How many connections a pool has opened so far. Where it is what it was, so is the server behind them: one that
 * crashed or was replaced by another has taken all connections with it.
 */
export const connectionsOpened = (db: Db): number => connectionsOf.get(db) ?? 0;

/** Opens a pool. It connects at the first query, and survives the loss of its connections. */
export function openDatabase(parts: ConnectionParts, log: Log): Database {
  const pool = new pg.Pool({
    ...toPoolConfig(parts),
    Client: clientOfPool(parts, log),
  });
  // Without a listener the loss of an idle connection ends the process.
  pool.on('error', ({ message }) => {
    log.warn({ reason: message }, '[storage] PostgreSQL closed an idle connection');
  });
  const db: Db = drizzle(pool, { schema });
  pool.on('connect', (client) => {
    client.on('error', () => {});
    connectionsOf.set(db, connectionsOpened(db) + 1);
  });
  return {
    db,
    pool,
    parts,
    stats: () => ({
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      max: parts.poolMax,
    }),
    close: async () => {
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}
