import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));

/** A server as people start it, on a port that it keeps through its deaths. */
export class ServerProcess {
  readonly url: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | undefined;

  constructor(port: number, env: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    this.#env = { ...env, PORT: String(port) };
  }

  /** Starts it. @returns how long it took until it was ready, in milliseconds */
  async start(): Promise<number> {
    const began = performance.now();
    this.#child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH, ...this.#env },
      stdio: 'ignore',
    });
    return (await this.ready()) - began;
  }

  /** When it says that it is ready, by the process's own clock. */
  async ready(): Promise<number> {
    for (;;) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok) return performance.now();
      await pause(10);
    }
  }

  /** Ends it without a word. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');
  return address.port;
}
