import { setTimeout as pause } from 'node:timers/promises';
import { Listener } from './listener.ts';

export interface Listening {
  port: number;
  tokens: readonly string[];
  streams: number;
}

/** What became of the streams. */
export interface Heard {
  /** Streams that did not see every change once and in its order. */
  missed: number;
  /** How often one was cut off, and came back. */
  lost: number;
}

/** Greeted at once are so many: all at the same instant would be another test. */
const together = 50;
const patienceMs = 10_000;

/** Opens the streams, and keeps what they are told. */
export async function openAudience({ port, tokens, streams }: Listening) {
  const listeners = Array.from(
    { length: streams },
    (_, n) => new Listener({ port, token: tokens[n % tokens.length] ?? '' }),
  );
  for (let n = 0; n < listeners.length; n += together) {
    await Promise.all(listeners.slice(n, n + together).map((listener) => listener.open()));
  }
  return {
    /** Compares what each has seen with the numbers of all changes, the first of which came after all were open. */
    async judge(changes: readonly number[]): Promise<Heard> {
      const newest = changes.at(-1) ?? 0;
      const end = Date.now() + patienceMs;
      while (listeners.some(({ last }) => (last ?? 0) < newest) && Date.now() < end) await pause(20);
      const whole = changes.join();
      return {
        missed: listeners.filter(({ seen }) => seen.join() !== whole).length,
        lost: listeners.reduce((sum, { lost }) => sum + lost, 0),
      };
    },
    async close() {
      for (const listener of listeners) listener.close();
    },
  };
}
export type Audience = Awaited<ReturnType<typeof openAudience>>;
