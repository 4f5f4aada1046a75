import { setTimeout as pause } from 'node:timers/promises';
import { Line } from './line.ts';

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
  const lines = Array.from(
    { length: streams },
    (_, n) => new Line({ port, token: tokens[n % tokens.length] ?? '' }),
  );
  for (let n = 0; n < lines.length; n += together) {
    await Promise.all(lines.slice(n, n + together).map((line) => line.open()));
  }
  return {
    /** Compares what each has seen with the numbers of all changes, the first of which came after all were open. */
    async judge(changes: readonly number[]): Promise<Heard> {
      const newest = changes.at(-1) ?? 0;
      const end = Date.now() + patienceMs;
      while (lines.some((line) => (line.last ?? 0) < newest) && Date.now() < end) await pause(20);
      const whole = changes.join();
      return {
        missed: lines.filter(({ seen }) => seen.join() !== whole).length,
        lost: lines.reduce((sum, line) => sum + line.lost, 0),
      };
    },
    close() {
      for (const line of lines) line.close();
    },
  };
}
export type Audience = Pick<Awaited<ReturnType<typeof openAudience>>, 'judge' | 'close'>;
