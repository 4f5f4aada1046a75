import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Account } from './account.ts';
import { findPostmaster } from './postmaster.ts';

interface Launch {
  binaries: string;
  dataFolder: string;
  account: Account | undefined;
  options: Record<string, string>;
}

const supervisor = fileURLToPath(new URL('supervisor.ts', import.meta.url));
const attempts = 3;
const startMs = 60_000;

/** Starts the server under its supervisor, and waits until its own pid file says that it is ready. */
export async function launch(plan: Launch, ensureFree: () => Promise<void>) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawnSupervised(plan, port);
    const ended = once(child, 'exit').then(() => {});
    if (await becomesReady(plan.dataFolder, port, ended)) {
      const stop = async () => {
        // Waited for from here on: without it the event loop may run empty before the end is told.
        child.ref();
        child.stdin.end();
        await ended;
      };
      return { port, ended, stop };
    }
    child.stdin.end();
    await ended;
    // Somebody else was quicker on this folder, or on this port.
    await ensureFree();
    if (attempt === attempts) throw new Error(`The embedded PostgreSQL did not start:\n${child.said()}`);
  }
}

function spawnSupervised({ binaries, dataFolder, account, options }: Launch, port: number) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    ...options,
  };
  const child = spawn(
    process.execPath,
    [
      supervisor,
      String(account?.uid ?? '-'),
      String(account?.gid ?? '-'),
      join(binaries, 'postgres'),
      '-D',
      dataFolder,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // Detached, so that Ctrl-C in our terminal reaches us alone and requests can finish first.
    { stdio: ['pipe', 'ignore', 'pipe'], detached: true, cwd: '/' },
  );
  child.unref();
  child.stdin.on('error', () => {});
  let tail = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-4_000);
  });
  return Object.assign(child, { said: () => tail });
}

async function becomesReady(dataFolder: string, port: number, ended: Promise<void>): Promise<boolean> {
  const over = ended.then(() => true);
  for (const deadline = Date.now() + startMs; Date.now() < deadline;) {
    const running = findPostmaster(dataFolder);
    if (running?.ready && running.port === port) return true;
    if (await Promise.race([over, wait(20, false)])) return false;
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || address === null) throw new Error('no free port was given');
  return address.port;
}
