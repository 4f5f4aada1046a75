import type { health } from '@monkey-tracker/contract/health';
import type { Answer } from '@monkey-tracker/contract/endpoint';
import type { Database, Db } from '@monkey-tracker/db/client';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { migrationStatus } from '@monkey-tracker/db/migrate';
import { MigrationError } from '@monkey-tracker/db/migration-order';
import { readBacklog } from '../webhook/index.ts';
import { misfit, notMigrated } from './health.errors.ts';
import { readFigures } from './health.queries.ts';

type Details = Omit<NonNullable<Answer<typeof health>['details']>, 'backups'>;

async function migrationsOf(parts: ConnectionParts): Promise<Details['migrations']> {
  const known = await migrationStatus(parts).catch((error: unknown) => {
    throw error instanceof MigrationError ? misfit(error.message) : error;
  });
  const applied = known.filter((migration) => migration.state === 'applied');
  return {
    applied: applied.length,
    pending: known.length - applied.length,
    newest: applied.at(-1)?.name ?? null,
  };
}

/** Refuses while the database is away or behind this program. */
export async function ensureReady(db: Db, parts: ConnectionParts): Promise<void> {
  await readFigures(db);
  const { pending } = await migrationsOf(parts);
  if (pending > 0) throw notMigrated(pending);
}

/** All that an administrator wants to see at a glance. */
export async function readDetails(db: Db, { parts, stats }: Database, streams: number): Promise<Details> {
  const { serverVersion, head, ...archive } = await readFigures(db);
  return {
    host: parts.host,
    database: parts.database,
    schema: parts.schema,
    serverVersion,
    pool: stats(),
    migrations: await migrationsOf(parts),
    archive,
    events: { head, streams },
    webhook: await readBacklog(db),
  };
}
