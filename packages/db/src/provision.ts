import pg from 'pg';
import { type ConnectionParts, toPoolConfig } from './connection.ts';
import { quoteName } from './names.ts';

/** A database that this program cannot or must not use: one sentence for people. */
export class ProvisionError extends Error {}

const oldestServer = 140_000;

const codeOf = (error: unknown) => (error instanceof pg.DatabaseError ? error.code : undefined);

/**
 * Makes the database and the schema where they are missing; several servers may do so at once.
 * @returns what was made, for the log: `database x`, `schema y`.
 */
export async function provision(parts: ConnectionParts): Promise<string[]> {
  const made: string[] = [];
  if (await createDatabase(parts)) made.push(`database ${parts.database}`);
  const client = await connect(parts);
  try {
    await ensureUsable(client);
    if (await createSchema(client, parts.schema)) made.push(`schema ${parts.schema}`);
    await ensureNotTheOldProduct(client, parts.schema);
  } finally {
    await client.end();
  }
  return made;
}

async function connect(parts: ConnectionParts): Promise<pg.Client> {
  const client = new pg.Client(toPoolConfig(parts));
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Makes the database unless it is there. @returns whether this call made it. */
async function createDatabase(parts: ConnectionParts): Promise<boolean> {
  try {
    await (await connect(parts)).end();
    return false;
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
  }
  const client = await connect({ ...parts, database: 'postgres' });
  try {
    await client.query(`create database ${quoteName(parts.database)} encoding 'UTF8' template template0`);
    return true;
  } catch (error) {
    // Another server was quicker.
    if (codeOf(error) === '42P04' || codeOf(error) === '23505') return false;
    if (codeOf(error) !== '42501') throw error;
    throw new ProvisionError(
      `The database ${parts.database} is missing, and ${parts.user} may not create it.`,
    );
  } finally {
    await client.end();
  }
}

async function ensureUsable(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  );
  if (rows[0].version < oldestServer) throw new ProvisionError('PostgreSQL 14 or later is needed.');
  if (rows[0].encoding !== 'UTF8') throw new ProvisionError('The database must have the encoding UTF8.');
}

async function createSchema(client: pg.Client, schema: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema]);
  if (rowCount) return false;
  await client.query(`create schema if not exists ${quoteName(schema)}`).catch((error: unknown) => {
    if (codeOf(error) !== '23505' && codeOf(error) !== '42P06') throw error;
  });
  return true;
}

async function ensureNotTheOldProduct(client: pg.Client, schema: string): Promise<void> {
  const { rowCount } = await client.query(
    `select from information_schema.columns where table_schema = $1 and table_name = 'shows' and column_name = 'data'`,
    [schema],
  );
  if (!rowCount) return;
  throw new ProvisionError(
    `The schema ${schema} holds the tables of the old Monkey Tracker. Name another one in DATABASE_SCHEMA, ` +
      'then bring the data along with `mt import`.',
  );
}
