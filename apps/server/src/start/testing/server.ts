import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer, Arguments, Endpoint } from '@monkey-tracker/contract/endpoint';
import { onTestFinished } from 'vitest';

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));

/** A folder for DATA_DIR that PostgreSQL's account can enter; gone when the test ends. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mt-start-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A server as people start it: a process of its own, with what it printed. */
export interface Running {
  said(): string;
  url: string;
  /** The token of the printed setup link; empty where none was printed. */
  setupToken: string;
  call<E extends Endpoint>(endpoint: E, args: Arguments<E>, token?: string): Promise<Answer<E>>;
  /** Sends a signal. @returns the exit code, null where the process was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `node main.ts`. @returns what came of it: a server that greets, or an end in words. */
export async function startServer(env: Record<string, string>): Promise<Running> {
  const { child, said, exited } = launch(env);
  await Promise.race([exited, greeting(child, said)]);
  const url = /Open {3}(\S+)/.exec(said())?.[1] ?? '';
  return {
    said,
    url,
    setupToken: /#token=(\S+)/.exec(said())?.[1] ?? '',
    async call<E extends Endpoint>({ method, path }: E, args: Arguments<E>, token?: string) {
      // Of an unknown endpoint's arguments the compiler knows no part.
      const { body, params } = args as { body?: object; params?: { id?: string } };
      const reply = await fetch(url + path.replace(':id', params?.id ?? ''), {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      });
      if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
      // The server answers as the contract says: its own tests see to that.
      return (await reply.json()) as Answer<E>;
    },
    async end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

function launch(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  const exited = once(child, 'close').then(([code]): number | null => code);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return { child, said: () => output, exited };
}

const greeting = (child: ChildProcess, said: () => string) =>
  new Promise<void>((resolve) => {
    child.stdout?.on('data', () => said().includes('Ctrl-C stops it') && resolve());
  });

/** The process id of the embedded PostgreSQL; undefined where its pid file is gone. */
export function postgresOf(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}
