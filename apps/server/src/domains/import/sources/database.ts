import type { ImportSource } from '@monkey-tracker/contract/import';
import { partsFromUrl, toPoolConfig } from '@monkey-tracker/db/connection';
import pg from 'pg';
import { SourceError } from './source-error.ts';
import { sourceOfTables, type Tables } from './tables.ts';

/** Reads the old database where it stands, all from one moment and without writing to it. */
export async function readDatabase(url: string, schema: string): Promise<ImportSource> {
  const client = clientFor(url, schema);
  // Losing the connection fails the query in hand, which says so.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    const tables: Tables = {
      shows: await rows(client, 'select data from shows order by updated_at, id'),
      show_archive: await rows(
        client,
        'select data, archived_at, deleted_at from show_archive order by archived_at, id',
      ),
      staff: await rows(client, 'select name, role from staff order by role, name'),
      monkey_leads: await rows(client, 'select name from monkey_leads order by name'),
    };
    return sourceOfTables(tables);
  } catch (error) {
    throw unreadable(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function rows<R extends pg.QueryResultRow>(client: pg.Client, query: string): Promise<R[]> {
  return (await client.query<R>(query)).rows;
}

const manners = {
  poolMin: 0,
  poolMax: 1,
  connectTimeoutMs: 10_000,
  idleTimeoutMs: 10_000,
  statementTimeoutMs: 0,
  slowQueryMs: 60_000,
  applicationName: 'monkey-tracker import',
};

function clientFor(url: string, schema: string): pg.Client {
  try {
    return new pg.Client(toPoolConfig(partsFromUrl(url, { ...manners, schema })));
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): SourceError {
  // A host with several addresses fails with one error for each.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return new SourceError(
    `The old database cannot be read: ${first instanceof Error ? first.message : String(first)}`,
  );
}
