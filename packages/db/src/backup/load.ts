import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { quoteName } from '../names.ts';
import { digesting } from './digest.ts';
import { liftPromises } from './lifted-promises.ts';
import { BackupError, type Manifest, type TableCopy } from './manifest.ts';
import { type CopiedTable, copyIn, copyOut, fixFormats, listTables } from './tables.ts';
import type { OnProgress } from './write.ts';

/**
 * Fills the tables of the search path's schema, which stand at the backup's migrations, and proves that they hold
 * what the manifest says: the same text, and a whole chain of events. One transaction; nothing stays of a failure.
 */
export async function loadBackup(
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  onProgress: OnProgress,
): Promise<void> {
  await client.query('begin');
  await fixFormats(client);
  const tables = await matchTables(client, manifest);
  const restorePromises = await liftPromises(
    client,
    manifest.tables.map(({ name }) => name),
  );
  for (const [done, { table, copy }] of tables.entries()) {
    onProgress(done, tables.length);
    // What the migrations themselves put there is in the backup too.
    await client.query(`delete from ${quoteName(table.name)}`);
    await pipeline(
      createReadStream(join(folder, copy.file)),
      createGunzip(),
      client.query(from(copyIn(table))),
    );
    await ensureSameRows(client, table, copy);
  }
  onProgress(tables.length, tables.length);
  for (const { table, column, value } of manifest.sequences)
    await client.query(`select setval(pg_get_serial_sequence(quote_ident($1), $2), $3::bigint)`, [
      table,
      column,
      value,
    ]);
  await restorePromises();
  await ensureWholeChain(client, manifest);
  await client.query('commit');
}

/** Each copy with the table that takes it. */
async function matchTables(client: pg.Client, manifest: Manifest) {
  const known = await listTables(client);
  return manifest.tables.map((copy) => {
    const table = known.find(({ name }) => name === copy.name);
    if (table?.columns.join() === copy.columns.join()) return { table, copy };
    throw new BackupError(`The table ${copy.name} of the backup is not the one that its migrations make.`);
  });
}

async function ensureSameRows(client: pg.Client, table: CopiedTable, copy: TableCopy): Promise<void> {
  const { through, result } = digesting();
  const rows = client.query(to(copyOut(table)));
  await pipeline(rows, through, new Writable({ write: (_chunk, _encoding, done) => done() }));
  if (rows.rowCount !== copy.rows || result().sha256 !== copy.sha256)
    throw new BackupError(`The table ${copy.name} does not hold what was backed up. Nothing was restored.`);
}

async function ensureWholeChain(client: pg.Client, { events }: Manifest): Promise<void> {
  const { rows } = await client.query(
    `select events_count::int as count, broken_at as broken, encode(hash, 'hex') as head
     from verify_events(), event_head`,
  );
  const { count, broken, head } = rows[0];
  if (broken !== null)
    throw new BackupError(`The chain of the log is broken at event ${broken}. Nothing was restored.`);
  if (count !== events.count || head !== events.head)
    throw new BackupError('The log does not end where the backup says. Nothing was restored.');
}
