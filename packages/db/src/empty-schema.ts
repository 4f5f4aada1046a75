import { randomUUID } from 'node:crypto';
import type { ConnectionParts } from './connection.ts';
import { moveObjects } from './move-objects.ts';
import { withClient } from './single-client.ts';

/** Takes all that is in the schema away for good: tables, functions, types; not the schema, its rights or extensions. */
export async function emptySchema(parts: ConnectionParts): Promise<void> {
  await withClient(parts, async (client) => {
    const aside = `mt_reset_${randomUUID().slice(0, 8)}`;
    await client.query('begin');
    await client.query(`create schema ${aside}`);
    await client.query(`set local search_path = ''`);
    await moveObjects(client, parts.schema, aside);
    await client.query(`drop schema ${aside} cascade`);
    await client.query('commit');
  });
}
