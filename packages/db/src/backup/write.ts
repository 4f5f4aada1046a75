import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import type { ConnectionParts } from '../connection.ts';
import { readJournal } from '../journal.ts';
import { migrationsFolder, readMigrationFiles } from '../migration-files.ts';
import { withClient } from '../single-client.ts';
import { digesting } from './digest.ts';
import { BackupError, type Manifest, manifestFile, type TableCopy, unfinishedPrefix } from './manifest.ts';
import { type CopiedTable, copyOut, fixFormats, listTables, readSequences } from './tables.ts';

export type OnProgress = (done: number, total: number) => void;

/**
 * Copies every table into a new folder, as they were at one instant; people go on working meanwhile.
 * The folder gets its name when it is whole. It holds password hashes: only its owner may read it.
 * @param folder must not exist yet.
 */
export async function writeBackup(
  parts: ConnectionParts,
  folder: string,
  onProgress: OnProgress = () => {},
): Promise<Manifest> {
  const unfinished = join(dirname(folder), `${unfinishedPrefix}${crypto.randomUUID()}`);
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(unfinished, { mode: 0o700 });
  try {
    const manifest = await withClient(parts, (client) =>
      copyAll(client, parts.schema, unfinished, onProgress),
    );
    await writeFile(join(unfinished, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    await rename(unfinished, folder);
    return manifest;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function copyAll(
  client: pg.Client,
  schema: string,
  folder: string,
  onProgress: OnProgress,
): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only');
  await fixFormats(client);
  const migrations = await appliedMigrations(client);
  const { rows: facts } = await client.query(
    `select floor(extract(epoch from now()) * 1000)::float8 as "createdAt", current_setting('server_version') as "serverVersion",
       seq::int as count, encode(hash, 'hex') as head from event_head`,
  );
  const tables: TableCopy[] = [];
  const known = await listTables(client);
  for (const [done, table] of known.entries()) {
    onProgress(done, known.length);
    tables.push(await copyTable(client, table, folder));
  }
  const sequences = await readSequences(client);
  await client.query('commit');
  onProgress(known.length, known.length);
  const { createdAt, serverVersion, count, head } = facts[0];
  const events = { count, head };
  return {
    product: 'monkey-tracker',
    format: 1,
    createdAt,
    serverVersion,
    schema,
    migrations,
    tables,
    sequences,
    events,
  };
}

async function appliedMigrations(client: pg.Client): Promise<Manifest['migrations']> {
  const files = readMigrationFiles(migrationsFolder);
  const applied = await readJournal(client);
  if (applied.length === 0)
    throw new BackupError('There is nothing to back up: the database has no tables yet.');
  return applied.map(({ hash }) => ({ name: files.find((file) => file.hash === hash)?.name ?? null, hash }));
}

async function copyTable(client: pg.Client, table: CopiedTable, folder: string): Promise<TableCopy> {
  const file = `${table.name}.copy.gz`;
  const rows = client.query(to(copyOut(table)));
  const { through, result } = digesting();
  await pipeline(
    rows,
    through,
    createGzip(),
    createWriteStream(join(folder, file), { mode: 0o600, flush: true }),
  );
  const { name, columns } = table;
  return { name, columns, file, rows: rows.rowCount, ...result() };
}
