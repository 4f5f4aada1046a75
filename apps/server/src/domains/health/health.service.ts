import type { health } from '@monkey-tracker/contract/health';
import type { Answer } from '@monkey-tracker/contract/endpoint';
import type { Database, Db } from '@monkey-tracker/db/client';
import { migrationStatusBy } from '@monkey-tracker/db/migrate';
import { MigrationError } from '@monkey-tracker/db/migration-order';
import { gather } from '../../platform/gather.ts';
import { readBacklog } from '../webhook/index.ts';
import { misfit, notMigrated } from './health.errors.ts';
import { readFigures } from './health.queries.ts';

type Details = Omit<NonNullable<Answer<typeof health>['details']>, 'backups'>;

async function migrationsOf({ pool }: Database): Promise<Details['migrations']> {
  const known = await migrationStatusBy(pool).catch((error: unknown) => {
    throw error instanceof MigrationError ? misfit(error.message) : error;
  });
  const applied = known.filter((migration) => migration.state === 'applied');
  return {
    applied: applied.length,
    pending: known.length - applied.length,
    newest: applied.at(-1)?.name ?? null,
  };
}

/**
 * Refuses while the database is away or behind this program. Anybody may ask, as often as they like: all who ask while
 * one answer is under way get the next, so that they take one connection of the pool at most.
 */
export function readiness(database: Database): () => Promise<void> {
  const ask = gather<'pending', number>(async () => {
    const { pending } = await migrationsOf(database);
    return new Map([['pending', pending]]);
  });
  return async () => {
    const pending = (await ask(database.db, 'pending')) ?? 0;
    if (pending > 0) throw notMigrated(pending);
  };
}

/** All that an administrator wants to see at a glance. */
export async function readDetails(db: Db, database: Database, streams: number): Promise<Details> {
  const { parts, stats } = database;
  const { serverVersion, head, ...archive } = await readFigures(db);
  return {
    host: parts.host,
    database: parts.database,
    schema: parts.schema,
    serverVersion,
    pool: stats(),
    migrations: await migrationsOf(database),
    archive,
    events: { head, streams },
    webhook: await readBacklog(db),
  };
}
