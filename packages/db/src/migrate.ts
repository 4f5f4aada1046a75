import pg from 'pg';
import { type ConnectionParts, toPoolConfig } from './connection.ts';
import { type MigrationFile, migrationsFolder, readMigrationFiles } from './migration-files.ts';

/** A migration that cannot be applied, or a database that does not fit this program: one sentence for people. */
export class MigrationError extends Error {}

export interface MigrationState {
  name: string;
  state: 'applied' | 'pending';
}

export interface MigrateOptions {
  folder?: string;
  onApplied?: (name: string) => void;
}

interface AppliedRow {
  hash: string;
  /** Epoch milliseconds; PostgreSQL's bigint comes as text. */
  created_at: string;
}

/** The table that drizzle-kit writes too, so that either may apply the next migration. */
const journalTable = 'drizzle_migrations';

/**
 * Applies what is pending, each migration in a transaction of its own, while no other server does the same.
 * @throws MigrationError where an applied file was changed, reordered or is missing.
 */
export async function migrate(parts: ConnectionParts, options: MigrateOptions = {}): Promise<string[]> {
  const files = readMigrationFiles(options.folder ?? migrationsFolder);
  return withClient(parts, async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`${parts.schema} migrations`]);
    await client.query(
      `create table if not exists ${journalTable} (id serial primary key, hash text not null, created_at bigint)`,
    );
    const pending = pendingOf(files, await readApplied(client));
    for (const file of pending) {
      await apply(client, file);
      options.onApplied?.(file.name);
    }
    return pending.map(({ name }) => name);
  });
}

/** Each migration that this program knows, and whether the database has it. */
export async function migrationStatus(
  parts: ConnectionParts,
  folder: string = migrationsFolder,
): Promise<MigrationState[]> {
  const files = readMigrationFiles(folder);
  const applied = await withClient(parts, readApplied);
  const pending = new Set(pendingOf(files, applied).map(({ name }) => name));
  return files.map(({ name }) => ({ name, state: pending.has(name) ? 'pending' : 'applied' }));
}

/** A connection of its own, without the time limits that requests have: a lock may be long in coming. */
async function withClient<T>(parts: ConnectionParts, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(toPoolConfig({ ...parts, statementTimeoutMs: 0 }));
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<AppliedRow[]> {
  const found = await client.query('select to_regclass($1) as journal', [journalTable]);
  if (found.rows[0]?.journal === null) return [];
  return (await client.query<AppliedRow>(`select hash, created_at from ${journalTable} order by id`)).rows;
}

/** What is still to be applied, once what was applied has been found unchanged and in order. */
function pendingOf(files: MigrationFile[], applied: AppliedRow[]): MigrationFile[] {
  for (const [place, row] of applied.entries()) {
    const file = files[place];
    if (file?.hash === row.hash) continue;
    const elsewhere = files.find(({ hash }) => hash === row.hash);
    if (elsewhere)
      throw new MigrationError(
        `Migration ${elsewhere.name} was applied in another order than the files have.`,
      );
    if (!file)
      throw new MigrationError(
        'The database is newer than this program: it has migrations that the files lack.',
      );
    throw new MigrationError(`Migration ${file.name} was changed after it was applied. Restore the file.`);
  }
  return files.slice(applied.length);
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    for (const statement of file.statements) await client.query(statement);
    await client.query(`insert into ${journalTable} (hash, created_at) values ($1, $2)`, [
      file.hash,
      file.when,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Migration ${file.name} failed and was undone: ${reason}`, { cause: error });
  }
}
