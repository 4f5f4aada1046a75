import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { clients } from '../effort.ts';
import { makeFolder } from '../stage/folder.ts';
import { writtenShows } from '../stage/shows.ts';
import type { Statement } from './record.ts';
import { replacements } from './stand-ins.ts';

/** The version of the pgbench in PATH; undefined where there is none. */
export function findPgbench(): string | undefined {
  try {
    return /[\d.]+/.exec(execFileSync('pgbench', ['--version'], { encoding: 'utf8' }))?.[0];
  } catch {
    return undefined;
  }
}

/** Runs the statements with pgbench, prepared. @returns transactions a second. */
export async function runPgbench(
  parts: ConnectionParts,
  statements: readonly Statement[],
  seconds: number,
): Promise<number> {
  const folder = makeFolder();
  const script = join(folder.path, 'script.sql');
  writeFileSync(script, scriptOf(statements));
  try {
    const { stdout } = await promisify(execFile)(
      'pgbench',
      ['-n', '-M', 'prepared', '-c', String(clients), '-T', String(seconds), '-f', script, parts.database],
      {
        env: {
          PATH: process.env.PATH,
          PGHOST: parts.host,
          PGPORT: String(parts.port),
          PGUSER: parts.user,
          PGPASSWORD: parts.password,
          PGSSLMODE: 'disable',
          PGOPTIONS: '-c timezone=UTC',
        },
      },
    );
    const failed = Number(/number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0);
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
    if (failed > 0 || !(perSecond > 0)) throw new Error(`pgbench did not do what it was told:\n${stdout}`);
    return perSecond;
  } finally {
    folder.remove();
  }
}

const scriptOf = (statements: readonly Statement[]) =>
  [
    `\\set n random(1, ${2 ** 46})`,
    `\\set show random(1, ${writtenShows})`,
    ...statements.map(
      ({ text, values }) =>
        `${text.replace(/\s+/g, ' ').replace(/\$(\d+)/g, (_, place: string) => literalOf(values[Number(place) - 1]))};`,
    ),
    '',
  ].join('\n');

/** pgbench takes `:name` for a variable, also within quotes. */
const quote = (text: string) =>
  `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3A')}'`;

/** A value as SQL. Numbers of the script become parameters of the prepared statement. */
function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return quote(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`);
  if (value instanceof Date) return quote(value.toISOString());
  if (Buffer.isBuffer(value)) return quote(`\\x${value.toString('hex')}`);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return quote(JSON.stringify(value));
  const found = replacements.filter(({ from }) => value.includes(from));
  if (found.length === 0) return quote(value);
  const made = found.reduce(
    (sql, { from, sql: by }) => `replace(${sql}, ${quote(from)}, ${by})`,
    quote(value),
  );
  return `(${made})::${typeOf(value)}`;
}

function typeOf(value: string): string {
  if (value.startsWith('{')) return 'jsonb';
  return /^[\da-f-]{36}$/.test(value) ? 'uuid' : 'text';
}
