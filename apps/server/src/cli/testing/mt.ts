import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ConnectionParts } from '@monkey-tracker/db/connection';

const program = fileURLToPath(new URL('../mt.ts', import.meta.url));

/** How a command ended and what it said. */
export interface Said {
  code: number;
  out: string;
  err: string;
}

/** Runs `mt` as people do, in a process of its own, without a terminal. */
export const mt = (args: string[], env: Record<string, string>, input = ''): Promise<Said> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { env: { PATH: process.env.PATH, ...env } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });

/** The variables that lead a process to a test's database. */
export const databaseEnv = (parts: ConnectionParts): Record<string, string> => ({
  DATABASE_URL: `postgres://${parts.user}:${encodeURIComponent(parts.password ?? '')}@${parts.host}:${parts.port}/${parts.database}`,
  DATABASE_SCHEMA: parts.schema,
  JWT_SECRET: 'a secret of the tests, long enough to be one',
  PASSWORD_PEPPER: 'a secret of the tests, long enough to be one',
});
