import pg from 'pg';
import { type ConnectionParts, toPoolConfig } from './connection.ts';

/** A connection of its own, without the time limits that requests have: a lock or a copy may be long in coming. */
export async function withClient<T>(
  parts: ConnectionParts,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(toPoolConfig({ ...parts, statementTimeoutMs: 0 }));
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Runs work that only one at a time may do, in all of PostgreSQL's database.
 * @returns undefined where another one is at it.
 */
export const withLock = <T>(
  parts: ConnectionParts,
  name: string,
  work: () => Promise<T>,
): Promise<T | undefined> =>
  withClient(parts, async (client) => {
    const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as free', [
      `${parts.schema} ${name}`,
    ]);
    return rows[0].free ? work() : undefined;
  });
