import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type ConnectionParts, partsFromUrl, sslDefault } from '@monkey-tracker/db/connection';
import { z } from 'zod';
import { readStoredConnection } from './app-config.ts';
import { variables } from './environment.variables.ts';

type Variables = z.output<typeof variables>;

/** All that the outside says, checked: the variables, and where the database is (absent: the embedded one). */
export interface Settings extends Variables {
  JWT_SECRET: string;
  PASSWORD_PEPPER: string;
  databaseFromOutside: ConnectionParts | undefined;
  /** Who says where the database is; `embedded` where nobody does. */
  databaseSource: 'environment' | 'file' | 'embedded';
  databaseDefaults: Omit<ConnectionParts, 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl'>;
}

/** What the running server works with: the settings and the database that was chosen. */
export interface Environment extends Settings {
  database: ConnectionParts;
}

export class EnvironmentError extends Error {}

/**
 * Reads the environment; each variable may also stand in a file named by `NAME_FILE`.
 * @throws EnvironmentError with one message that lists every problem.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Settings {
  const problems: string[] = [];
  const given: Record<string, string> = {};
  for (const name of Object.keys(variables.shape)) {
    const value = valueOf(name, env, problems);
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  if (parsed.success && problems.length === 0) {
    try {
      const { DATA_DIR, JWT_SECRET, PASSWORD_PEPPER } = parsed.data;
      return {
        ...parsed.data,
        ...databaseOf(parsed.data),
        JWT_SECRET: JWT_SECRET ?? keptSecret(DATA_DIR, 'jwt-secret'),
        PASSWORD_PEPPER: PASSWORD_PEPPER ?? keptSecret(DATA_DIR, 'password-pepper'),
      };
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new EnvironmentError(
    `The environment has problems:\n${problems.map((one) => `  - ${one}`).join('\n')}`,
  );
}

function valueOf(name: string, env: NodeJS.ProcessEnv, problems: string[]): string | undefined {
  const file = env[`${name}_FILE`];
  if (env[name] !== undefined || file === undefined) return env[name];
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    problems.push(`${name}_FILE: the file cannot be read`);
    return undefined;
  }
}

function databaseOf(given: Variables) {
  const databaseDefaults = {
    schema: given.DATABASE_SCHEMA,
    poolMin: given.DATABASE_POOL_MIN,
    poolMax: given.DATABASE_POOL_MAX,
    connectTimeoutMs: given.DATABASE_CONNECT_TIMEOUT_MS,
    idleTimeoutMs: given.DATABASE_IDLE_TIMEOUT_MS,
    statementTimeoutMs: given.DATABASE_STATEMENT_TIMEOUT_MS,
    slowQueryMs: given.DATABASE_SLOW_QUERY_MS,
    sslCa: given.DATABASE_SSL_CA && readFileSync(given.DATABASE_SSL_CA, 'utf8'),
    applicationName: 'monkey-tracker',
  };
  const host = given.PGHOST ?? given.POSTGRES_HOST;
  const outside = given.DATABASE_URL
    ? partsFromUrl(given.DATABASE_URL, databaseDefaults)
    : host === undefined
      ? undefined
      : {
          ...databaseDefaults,
          host,
          port: given.PGPORT ?? given.POSTGRES_PORT ?? 5432,
          user: given.PGUSER ?? given.POSTGRES_USER ?? 'postgres',
          password: given.PGPASSWORD ?? given.POSTGRES_PASSWORD,
          database: given.PGDATABASE ?? given.POSTGRES_DB ?? 'monkey_tracker',
          ssl: sslDefault(host),
        };
  if (outside) {
    const databaseFromOutside = { ...outside, ssl: given.DATABASE_SSL ?? outside.ssl };
    return { databaseDefaults, databaseFromOutside, databaseSource: 'environment' as const };
  }
  const databaseFromOutside = readStoredConnection(given.DATA_DIR, databaseDefaults);
  const databaseSource = databaseFromOutside ? ('file' as const) : ('embedded' as const);
  return { databaseDefaults, databaseFromOutside, databaseSource };
}

/** A secret that nobody gave: made once, kept in DATA_DIR, readable by the server's own account only. */
function keptSecret(dataDir: string, name: string): string {
  const file = resolve(dataDir, 'secrets', name);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    chmodSync(dirname(file), 0o700);
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    // Whole or not at all: of two that start together one wins, and the other reads what it wrote.
    linkUnlessThere(draft, file);
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}

function linkUnlessThere(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
}
