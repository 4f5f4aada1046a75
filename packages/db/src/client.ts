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
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    db: drizzle(pool, { schema }),
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
