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
