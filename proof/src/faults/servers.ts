import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { options, variables } from '@monkey-tracker/bench/src/server/stage/manners.ts';

const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
const wrongClock = new URL('wrong-clock.ts', import.meta.url).href;
interface Place {
  port: number;
  host?: string;
  /** The file in which it says what happens to it; absent: nowhere. */
  log?: string;
}

const patienceMs = 120_000;

/** A server as people start it, on a port that it keeps through its deaths. */
export class ServerProcess {
  readonly url: string;
  readonly #env: Record<string, string>;
  readonly #log: string;
  #child: ChildProcess | undefined;

  constructor({ port, host = '127.0.0.1', log = devNull }: Place, env: Record<string, string>) {
    this.#log = log;
    this.url = `http://${host}:${port}`;
    this.#env = { ...env, HOST: host, PORT: String(port) };
  }

  /** Starts it, with its own clock so far ahead. @returns how long it took until it was ready, in milliseconds */
  async start(aheadMs = 0): Promise<number> {
    const began = performance.now();
    const log = openSync(this.#log, 'a');
    this.#child = spawn(process.execPath, [...options, `--import=${wrongClock}`, main], {
      env: { ...variables, PATH: process.env.PATH, CLOCK_AHEAD_MS: String(aheadMs), ...this.#env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    return (await this.ready()) - began;
  }

  /** When it says that it is ready, by this process's own clock; `Infinity` where it has ended, or does not come to that. */
  async ready(): Promise<number> {
    for (const began = performance.now(); ;) {
      if (this.hasEnded() || performance.now() - began > patienceMs) return Infinity;
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok) return performance.now();
      await pause(10);
    }
  }

  hasEnded(): boolean {
    const { exitCode, signalCode } = this.#child ?? {};
    return exitCode !== null || signalCode !== null;
  }

  /** Memory that it holds, in MB of 10^6 bytes. */
  memoryMb(): number {
    const [, kb] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8')) ?? [];
    return Number(kb) / 976.5625;
  }

  /** Ends it without a word. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.#child || this.hasEnded()) return;
    this.#child.kill(signal);
    await once(this.#child, 'exit');
  }
}
