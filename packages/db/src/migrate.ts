import type pg from 'pg';
import type { ConnectionParts } from './connection.ts';
import { addJournal, type AppliedRow, noteApplied, readJournal } from './journal.ts';
import { type MigrationFile, migrationsFolder, readMigrationFiles } from './migration-files.ts';
import { MigrationError, pendingOf } from './migration-order.ts';
import { withClient } from './single-client.ts';

export interface MigrationState {
  name: string;
  state: 'applied' | 'pending';
  /** When the file was written, and when the database got it; epoch milliseconds. */
  madeAt: number;
  /** Null where it is pending, or where whoever applied it did not note the time. */
  appliedAt: number | null;
}

export interface MigrateOptions {
  folder?: string;
  /** Stop after this migration, which has to be one of the files. */
  upTo?: string;
  onApplied?: (name: string) => void;
}

/**
 * Applies what is pending, each migration in a transaction of its own, while no other server does the same.
 * Where nothing is pending it only reads, so that an account without rights on the schema may call it.
 * @throws MigrationError where an applied file was changed, reordered or is missing, or the account may not migrate.
 */
export async function migrate(parts: ConnectionParts, options: MigrateOptions = {}): Promise<string[]> {
  const known = readMigrationFiles(options.folder ?? migrationsFolder);
  const end =
    options.upTo === undefined ? known.length : known.findIndex(({ name }) => name === options.upTo) + 1;
  const files = known.slice(0, end);
  return withClient(parts, async (client) => {
    if (pendingOf(files, await readJournal(client)).length === 0) return [];
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`${parts.schema} migrations`]);
    await ensureMayMigrate(client, parts);
    await addJournal(client);
    const pending = pendingOf(files, await readJournal(client));
    for (const file of pending) {
      await apply(client, file, known);
      options.onApplied?.(file.name);
    }
    return pending.map(({ name }) => name);
  });
}

/** Each migration that this program knows, and whether the database has it. */
export const migrationStatus = (
  parts: ConnectionParts,
  folder: string = migrationsFolder,
): Promise<MigrationState[]> => withClient(parts, (client) => migrationStatusBy(client, folder));

/** The same, asked on connections that are there already. */
export async function migrationStatusBy(
  client: pg.Client | pg.Pool,
  folder: string = migrationsFolder,
): Promise<MigrationState[]> {
  const files = readMigrationFiles(folder);
  const applied = await readJournal(client);
  const pending = new Set(pendingOf(files, applied).map(({ name }) => name));
  return files.map(({ name, when, hash }) => ({
    name,
    state: pending.has(name) ? 'pending' : 'applied',
    madeAt: when,
    appliedAt: timeOf(applied.find((row) => row.hash === hash)),
  }));
}

const timeOf = (row: AppliedRow | undefined) => row?.applied_at?.getTime() ?? null;

async function ensureMayMigrate(client: pg.Client, { schema, user }: ConnectionParts): Promise<void> {
  const { rows } = await client.query(
    `select has_schema_privilege(current_schema(), 'CREATE') as may where current_schema() is not null`,
  );
  if (rows[0]?.may) return;
  throw new MigrationError(
    `There are migrations to apply, and ${user} may not change the schema ${schema}. ` +
      'Run `mt migrate` as the owner of the tables first.',
  );
}

async function apply(client: pg.Client, file: MigrationFile, known: MigrationFile[]): Promise<void> {
  await client.query('begin');
  try {
    for (const statement of file.statements) await client.query(statement);
    await noteApplied(client, file, known.find(({ name }) => name === file.needs)?.hash);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Migration ${file.name} failed and was undone: ${reason}`, { cause: error });
  }
}
