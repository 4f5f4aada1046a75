import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { options, variables } from './manners.ts';

const main = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const longestStartMs = 60_000;

export const secret = 'a secret of the benchmark, long enough to be one';
export const admin = { email: 'bench@example.org', password: 'eleven quiet herons over the fen' };

/** The server as people start it: a process of its own with its embedded PostgreSQL, its log in a file. */
export interface Server {
  port: number;
  /** From the start of the process until `/readyz` said yes. */
  readyMs: number;
  /** Memory that the process holds, in MB of 10^6 bytes; PostgreSQL's is not in it. */
  memoryMb(): number;
  stop(): Promise<void>;
}

export async function startServer(folder: string, profileTo?: string): Promise<Server> {
  const port = await freePort();
  const log = openSync(join(folder, 'server.log'), 'a');
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [...options, ...(profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`]), main],
    {
      stdio: ['ignore', log, log],
      cwd: root,
      env: {
        ...variables,
        PATH: process.env.PATH,
        PORT: String(port),
        DATA_DIR: folder,
        JWT_SECRET: secret,
        PASSWORD_PEPPER: secret,
        ADMIN_EMAIL: admin.email,
        ADMIN_PASSWORD: admin.password,
        BACKUP_AT: 'off',
        TZ: 'UTC',
      },
    },
  );
  closeSync(log);
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`the server ended; its last words are in ${folder}`);
    if (performance.now() - started > longestStartMs) {
      await stop();
      throw new Error('the server was not ready within a minute');
    }
    await wait(5);
  }
  return {
    port,
    readyMs: performance.now() - started,
    memoryMb: () => residentKb(child.pid ?? 0) / 976.5625,
    stop,
  };
}

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`)
    .then(({ ok }) => ok)
    .catch(() => false);

const residentKb = (pid: number) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
