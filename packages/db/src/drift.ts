import { randomUUID } from 'node:crypto';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { describeSchema } from './catalogue.ts';
import type { ConnectionParts } from './connection.ts';
import { readJournal } from './journal.ts';
import { type MigrationFile, migrationsFolder, readMigrationFiles } from './migration-files.ts';
import { pendingOf } from './migration-order.ts';
import * as schema from './schema/all.ts';
import { withClient } from './single-client.ts';

/** One thing that is not as the migrations say: `missing` in the database, `extra` there, or `different`. */
export interface Drift {
  kind: 'missing' | 'extra' | 'different';
  what: string;
}

/**
 * Compares the database with what its migrations make: they run once more, in a schema that is never committed,
 * and tables, columns, constraints, indexes, triggers, functions, views and types are held against each other.
 * The program's own tables are compared as well. Changes nothing; needs the right to create a schema.
 * @throws MigrationError where the journal does not fit the files.
 */
export async function findDrift(parts: ConnectionParts, folder: string = migrationsFolder): Promise<Drift[]> {
  const files = readMigrationFiles(folder);
  return withClient(parts, async (client) => {
    const applied = await readJournal(client);
    pendingOf(files, applied);
    const actual = await describeSchema(client, parts.schema);
    const expected = await describeMigrations(client, files.slice(0, applied.length));
    return [...compare(expected, actual), ...missingForProgram(actual)];
  });
}

async function describeMigrations(client: pg.Client, files: MigrationFile[]): Promise<Map<string, string>> {
  const scratch = `mt_check_${randomUUID().slice(0, 8)}`;
  await client.query('begin');
  try {
    await client.query(`create schema ${scratch}`);
    await client.query(`set local search_path = ${scratch}`);
    for (const file of files) for (const statement of file.statements) await client.query(statement);
    return await describeSchema(client, scratch);
  } finally {
    await client.query('rollback');
  }
}

function compare(expected: Map<string, string>, actual: Map<string, string>): Drift[] {
  const found: Drift[] = [];
  for (const [what, definition] of expected) {
    if (!actual.has(what)) found.push({ kind: 'missing', what });
    else if (actual.get(what) !== definition) found.push({ kind: 'different', what });
  }
  for (const what of actual.keys()) if (!expected.has(what)) found.push({ kind: 'extra', what });
  return found;
}

/** Columns that the program's schema files have and the database has not: nobody generated their migration. */
function missingForProgram(actual: Map<string, string>): Drift[] {
  const found: Drift[] = [];
  for (const table of Object.values(schema)) {
    if (!is(table, PgTable)) continue;
    const { name, columns } = getTableConfig(table);
    for (const column of columns) {
      const what = `column ${name}.${column.name}`;
      if (!actual.has(what)) found.push({ kind: 'missing', what: `${what} of the program's schema` });
    }
  }
  return found;
}
