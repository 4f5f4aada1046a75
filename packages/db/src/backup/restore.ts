import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { ConnectionParts } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder, readMigrationFiles } from '../migration-files.ts';
import { hasTables, moveObjects } from '../move-objects.ts';
import { quoteName } from '../names.ts';
import { provision } from '../provision.ts';
import { grantAgain } from '../roles.ts';
import { withClient } from '../single-client.ts';
import { loadBackup } from './load.ts';
import { BackupError, type Manifest } from './manifest.ts';
import { holdsData, serversConnected } from './occupied.ts';
import { verifyBackup } from './verify.ts';
import type { OnProgress } from './write.ts';

export interface RestoreOptions {
  /** Put data that are there aside, into a schema of their own, instead of refusing. */
  replace?: boolean;
  onProgress?: OnProgress;
  /** Works on the restored and upgraded data before anybody sees them; `parts` leads there. */
  settle?: (parts: ConnectionParts) => Promise<void>;
}

export interface Restored {
  manifest: Manifest;
  /** Migrations that the backup did not have yet. */
  upgraded: string[];
  /** The schema with the former data; null where there were none. */
  former: string | null;
}

/**
 * Brings a backup back: into a schema aside, at the backup's own migrations, then upgraded, and only when all of it
 * has been proven is it put in place, in one transaction. Until then the database stays as it was.
 * @throws BackupError in words for people.
 */
export async function restoreBackup(
  parts: ConnectionParts,
  folder: string,
  { replace = false, onProgress = () => {}, settle }: RestoreOptions = {},
): Promise<Restored> {
  const { manifest, problems } = await verifyBackup(folder);
  if (problems.length > 0) throw new BackupError(`The backup is damaged. ${problems.join(' ')}`);
  const level = levelOf(manifest);
  await provision(parts);
  const occupied = await withClient(parts, (client) => ensureFree(client, parts.schema, replace));
  const aside = { ...parts, schema: `mt_restore_${randomUUID().slice(0, 8)}` };
  await withClient(parts, (client) => client.query(`create schema ${aside.schema}`));
  try {
    await migrate(aside, { upTo: level });
    await withClient(aside, (client) => loadBackup(client, folder, manifest, onProgress));
    const upgraded = await migrate(aside);
    await settle?.(aside);
    const former = occupied ? formerName(parts.schema) : null;
    await withClient(parts, (client) => putInPlace(client, parts, aside.schema, former));
    return { manifest, upgraded, former };
  } catch (error) {
    await withClient(parts, (client) => client.query(`drop schema if exists ${aside.schema} cascade`));
    throw error;
  }
}

/** The backup's newest migration, once all of its migrations have been found among ours. */
function levelOf({ migrations }: Manifest): string {
  const files = readMigrationFiles(migrationsFolder);
  const strange = migrations.findIndex(({ hash }, place) => files[place]?.hash !== hash);
  const newest = files[migrations.length - 1];
  if (strange === -1 && newest) return newest.name;
  throw new BackupError(
    `The backup has the migration ${migrations[strange]?.name ?? 'of a newer release'}, which this program does not ` +
      'know. Restore it with the release that made it, or a newer one.',
  );
}

/** @returns whether there are data that have to be put aside. */
async function ensureFree(client: pg.Client, schema: string, replace: boolean): Promise<boolean> {
  const servers = await serversConnected(client);
  if (servers > 0)
    throw new BackupError(`A server is connected to this database (${servers} connections). Stop it first.`);
  const occupied = (await hasTables(client, schema)) && (await holdsData(client));
  if (occupied && !replace)
    throw new BackupError('This database holds data already. To put them aside and restore, add --replace.');
  return occupied;
}

const formerName = (schema: string) =>
  `${schema.slice(0, 30)}_before_${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;

async function putInPlace(
  client: pg.Client,
  { schema, database }: ConnectionParts,
  aside: string,
  former: string | null,
): Promise<void> {
  await client.query('begin');
  const old = former ?? `${aside}_old`;
  await client.query(`create schema ${quoteName(old)}`);
  await client.query(`set local search_path = ''`);
  await moveObjects(client, schema, old);
  await moveObjects(client, aside, schema);
  await client.query(`drop schema ${aside} cascade`);
  if (former === null) await client.query(`drop schema ${quoteName(old)} cascade`);
  await grantAgain(client, schema, database);
  await client.query('commit');
  await client.query('analyze');
}
