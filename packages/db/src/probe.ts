import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type ConnectionParts, isLoopback, toPoolConfig } from './connection.ts';
import { readJournal } from './journal.ts';
import { migrationsFolder, readMigrationFiles } from './migration-files.ts';
import { pendingOf } from './migration-order.ts';
import { failureOf, ProbeFailure } from './probe-failure.ts';

const oldestServer = 140_000;
const longestMs = 10_000;

/**
 * Tries whether the product could work on a database, without changing it: reachable, an account without the rights of a
 * superuser (but on this machine), a server that takes writes, the schema with today's tables, an administrator to sign in.
 * @throws ProbeFailure with the first part that fails.
 */
export async function probe(parts: ConnectionParts): Promise<void> {
  const client = new pg.Client({
    ...toPoolConfig({ ...parts, statementTimeoutMs: longestMs }),
    // Whoever answers there may be anybody, and may go on saying nothing.
    query_timeout: longestMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await examine(client, parts);
    await ensureMigrated(client);
    await ensureWorkable(client);
  } catch (error) {
    throw failureOf(error, parts);
  } finally {
    await Promise.race([client.end().catch(() => {}), pause(1_000)]);
  }
}

async function examine(client: pg.Client, { schema, host }: ConnectionParts): Promise<void> {
  const { rows } = await client.query<{
    version: number;
    encoding: string;
    superuser: boolean;
    replica: boolean;
    readonly: string;
    schema: string | null;
  }>(`select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
      (select rolsuper from pg_roles where rolname = current_user) as superuser, pg_is_in_recovery() as replica,
      current_setting('default_transaction_read_only') as readonly, current_schema() as schema`);
  const found = rows[0];
  if (!found) throw new ProbeFailure('host', 'No PostgreSQL answers there.');
  if (found.version < oldestServer) throw new ProbeFailure('host', 'PostgreSQL 14 or later is needed.');
  if (found.encoding !== 'UTF8')
    throw new ProbeFailure('database', 'The database must have the encoding UTF8.');
  if (found.superuser && !isLoopback(host))
    throw new ProbeFailure(
      'user',
      'This account is a superuser. Use one with fewer rights: `mt roles` makes it.',
    );
  if (found.replica || found.readonly === 'on')
    throw new ProbeFailure('host', 'This server takes no writes. Name the primary.');
  if (found.schema !== schema)
    throw new ProbeFailure('schema', `The schema ${schema} is not there, or this account may not use it.`);
}

async function ensureMigrated(client: pg.Client): Promise<void> {
  const applied = await readJournal(client);
  if (applied.length === 0) {
    const sentence = 'There are no tables of this product. Run `mt migrate` or `mt restore` there first.';
    throw new ProbeFailure('schema', sentence);
  }
  const pending = pendingOf(readMigrationFiles(migrationsFolder), applied).length;
  if (pending > 0) {
    const sentence = `Migrations to apply: ${pending}. Run \`mt migrate\` there first.`;
    throw new ProbeFailure('schema', sentence);
  }
}

/** Without an administrator nobody could bring the server back. */
async function ensureWorkable(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select from user_roles join users on users.id = user_id
    where role = 'admin' and disabled_at is null and deleted_at is null limit 1`);
  if (!rowCount)
    throw new ProbeFailure('database', 'Nobody there is an administrator, so that nobody could sign in.');
  const may = await client.query(
    `select has_table_privilege('entries', 'INSERT') and has_table_privilege('events', 'INSERT') as may`,
  );
  if (!may.rows[0]?.may) throw new ProbeFailure('user', 'This account may not write to the tables.');
}
