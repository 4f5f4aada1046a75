import { readFileSync } from 'node:fs';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import pg from 'pg';
import { copyBlocks } from '../sources/dump.ts';
import { fixtures } from './legacy.ts';

/** Restores the dump of the old database into a schema of its own, as psql would. @returns its URL. */
export async function restoreDump(parts: ConnectionParts, schema: string): Promise<string> {
  const { host, port, user, password, database } = parts;
  const dump = readFileSync(`${fixtures}/legacy.sql`, 'utf8').replaceAll('public.', `${schema}.`);
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  try {
    await client.query(`create schema ${schema}`);
    const tables = dump.match(/^CREATE TABLE [\s\S]*?;$/gm) ?? [];
    for (const statement of tables) await client.query(statement);
    for (const [table, rows] of copyBlocks(dump)) {
      await client.query(
        `insert into ${schema}.${table} select * from json_populate_recordset(null::${schema}.${table}, $1)`,
        [JSON.stringify(rows.map((row) => (row.data ? { ...row, data: JSON.parse(row.data) } : row)))],
      );
    }
  } finally {
    await client.end();
  }
  const secret = password ? `:${encodeURIComponent(password)}` : '';
  return `postgres://${encodeURIComponent(user)}${secret}@${host}:${port}/${database}`;
}
