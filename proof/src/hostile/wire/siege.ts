import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '@monkey-tracker/bench/src/server/spread.ts';
import type { Timing } from '../../crowds/pace.ts';
import { slow } from './shapes.ts';
import { drips, talk } from './talk.ts';

export interface Siege {
  what: string;
  connections: number;
  /** How long the server kept the longest of them, milliseconds. */
  longestMs: number;
}

interface Camp {
  url: string;
  /** Of each kind. */
  connections: number;
  say(words: string): void;
}

/** Connections of the kind that the system knows at this port, in any state but that of waiting to be forgotten. */
function socketsAt(port: number): number {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n');
  // 0A listens, 06 is over.
  return lines.filter((line) => new RegExp(`^ *\\d+: [0-9A-F]{8}:${hex} .{13} (?!0A|06)`).test(line)).length;
}

/** Asks as an ordinary client until told to stop: how long each answer took, from outside. */
async function visit(url: string, signal: AbortSignal): Promise<Timing[]> {
  const timings: Timing[] = [];
  while (!signal.aborted) {
    const began = performance.now();
    const answer = await fetch(`${url}/api/auth/setup`).catch(() => undefined);
    await answer?.arrayBuffer();
    timings.push({ status: answer?.status ?? 0, ms: performance.now() - began });
    await pause(100);
  }
  return timings;
}

/** Lets all kinds of slow clients come at once, and waits until the server is rid of them. */
export async function besiege({ url, connections, say }: Camp) {
  const port = Number(new URL(url).port);
  const stop = new AbortController();
  const visiting = visit(url, stop.signal);
  const before = socketsAt(port);
  const sieges = slow.map(async ({ what, beginning }): Promise<Siege> => {
    const behave = beginning === '' ? () => {} : drips(beginning, 1_000);
    const talks = await Promise.all(Array.from({ length: connections }, () => talk(port, behave)));
    const longestMs = Math.max(...talks.map(({ ms }) => ms));
    say(`${what}: gone after ${(longestMs / 1_000).toFixed(1)} s`);
    return { what, connections, longestMs };
  });
  await pause(3_000);
  const during = socketsAt(port);
  const gone = await Promise.all(sieges);
  stop.abort();
  const visits = await visiting;
  const lengths = visits.map(({ ms }) => ms);
  await pause(1_000);
  return {
    sieges: gone,
    sockets: { before, during, after: socketsAt(port) },
    visits: {
      count: visits.length,
      refused: visits.filter(({ status }) => status !== 200).length,
      p50: quantile(lengths, 0.5),
      p99: quantile(lengths, 0.99),
    },
  };
}
