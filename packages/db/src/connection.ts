import { sslModes } from '@monkey-tracker/contract/connection';
import type { PoolConfig } from 'pg';

export type SslMode = (typeof sslModes)[number];

/** Where a database is and how it is talked to. Times are milliseconds; `sslCa` is a PEM text. */
export interface ConnectionParts {
  host: string;
  port: number;
  user: string;
  password?: string;
  database: string;
  schema: string;
  poolMin: number;
  poolMax: number;
  connectTimeoutMs: number;
  idleTimeoutMs: number;
  statementTimeoutMs: number;
  slowQueryMs: number;
  ssl: SslMode;
  sslCa?: string;
  applicationName: string;
  /** An interval by which tests shift this connection's clock: '25 hours'. */
  clockOffset?: string;
}

type Address = 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl';
export type ConnectionDefaults = Omit<ConnectionParts, Address>;

/** Whether a host is this machine. */
export const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|::1|\[::1\]|\/.*)$/.test(host);

/** Off this machine a certificate is verified, unless somebody says otherwise. */
export const sslDefault = (host: string): SslMode => (isLoopback(host) ? 'disable' : 'verify-full');

/**
 * Takes a `postgres://` URL apart. Only `sslmode` may follow the database: what else pg accepts there
 * reads files and sets options, and an administrator's URL must not.
 * @throws Error in words, without the URL's password.
 */
export function partsFromUrl(text: string, defaults: ConnectionDefaults): ConnectionParts {
  if (!URL.canParse(text))
    throw new Error('DATABASE_URL: must look like postgres://user:password@host:5432/database');
  const url = new URL(text);
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw new Error('DATABASE_URL: must begin with postgres://');
  const host = decodeURIComponent(url.hostname) || '127.0.0.1';
  let ssl = sslDefault(host);
  for (const [name, value] of url.searchParams) {
    const mode = sslModes.find((one) => one === value);
    if (name !== 'sslmode' || mode === undefined) {
      throw new Error(`DATABASE_URL: the parameter ${name} is not taken; use the DATABASE_… variables`);
    }
    ssl = mode;
  }
  return {
    ...defaults,
    host,
    port: url.port === '' ? 5432 : Number(url.port),
    user: decodeURIComponent(url.username) || 'postgres',
    ...(url.password !== '' && { password: decodeURIComponent(url.password) }),
    database: decodeURIComponent(url.pathname.slice(1)) || 'monkey_tracker',
    ssl,
  };
}

/** A value of a start-up option, where blanks and backslashes would end it. */
const option = (name: string, value: string | number) =>
  `-c ${name}=${String(value).replace(/[\\\s]/g, '\\$&')}`;

/** The start-up options of each connection: search path, time limits, UTC, and a test's clock. */
function startOptions({ schema, statementTimeoutMs, clockOffset }: ConnectionParts): string {
  return [
    option('search_path', `"${schema.replaceAll('"', '""')}"`),
    option('statement_timeout', statementTimeoutMs),
    option('lock_timeout', statementTimeoutMs),
    option('idle_in_transaction_session_timeout', 60_000),
    option('timezone', 'UTC'),
    ...(clockOffset === undefined ? [] : [option('monkey_tracker.clock_offset', clockOffset)]),
  ].join(' ');
}

function sslOptions({ ssl, sslCa }: ConnectionParts): PoolConfig['ssl'] {
  if (ssl === 'disable') return false;
  return { rejectUnauthorized: ssl === 'verify-full', ...(sslCa && { ca: sslCa }) };
}

/** What pg is told, built from parts; nothing is read from the environment. */
export function toPoolConfig(parts: ConnectionParts): PoolConfig {
  return {
    host: parts.host,
    port: parts.port,
    user: parts.user,
    password: parts.password ?? '',
    database: parts.database,
    ssl: sslOptions(parts),
    min: parts.poolMin,
    max: parts.poolMax,
    connectionTimeoutMillis: parts.connectTimeoutMs,
    idleTimeoutMillis: parts.idleTimeoutMs,
    application_name: parts.applicationName,
    options: startOptions(parts),
    keepAlive: true,
  };
}
