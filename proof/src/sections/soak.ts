import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '@monkey-tracker/bench/src/server/spread.ts';
import { openFaultyVenue } from '../faults/venue.ts';
import { lost, work } from '../load/evening.ts';
import { openListeners } from '../load/listeners.ts';
import { type Finding, type Setting, table } from './section.ts';

const listeners = 200;
const perSecond = 20;
const sampleMs = 10_000;

const mb = (values: readonly number[]) => `${quantile(values, 0.5).toFixed(0)} MB`;
const ms = (values: readonly number[], part: number) => `${quantile(values, part).toFixed(1)} ms`;

/** A long show, or one that never ends: memory is looked at all the time. */
export async function soak({ minutes: asked, share, progress }: Setting): Promise<Finding> {
  const minutes = asked * share;
  const venue = await openFaultyVenue(1);
  const [server] = venue.servers;
  if (!server) throw new Error('there is no server');
  try {
    const crowd = await openListeners({ count: listeners, url: () => server.url, token: venue.token });
    const memory: number[] = [];
    const over = AbortSignal.timeout(Math.round(minutes * 60_000));
    const working = work(venue, perSecond, over);
    const began = Date.now();
    while (!over.aborted) {
      await pause(sampleMs, undefined, { signal: over }).catch(() => {});
      memory.push(server.memoryMb());
      progress(
        `${((Date.now() - began) / 60_000).toFixed(1)} of ${minutes} minutes, ${memory.at(-1)?.toFixed(0)} MB`,
      );
    }
    const { changes, acknowledged, latencies, refused } = await working;
    const broken = [
      ...(await crowd.missing(changes)),
      ...(await lost(venue, acknowledged)),
      ...venue.unexpected.map((one) => `answer: ${one}`),
      ...Array.from(refused, ([status, times]) => `refused: ${times} requests with ${status}`),
    ];
    await crowd.close();
    const tenth = Math.max(1, Math.floor(memory.length / 10));
    const cells = [
      minutes,
      changes,
      ms(latencies, 0.5),
      ms(latencies, 0.99),
      ms(crowd.delays, 0.5),
      ms(crowd.delays, 0.99),
      mb(memory.slice(tenth, 2 * tenth)),
      mb(memory.slice(5 * tenth, 6 * tenth)),
      mb(memory.slice(-tenth)),
      broken.length,
    ];
    const head = [
      'minutes',
      'changes',
      'answered, median',
      'p99',
      'heard, median',
      'p99',
      'memory in the second tenth',
      'in the middle',
      'in the last tenth',
      'broken promises',
    ];
    const text = `${listeners} listeners, ${perSecond} changes a second, one server.\n\n`;
    return { text: text + table(head, [cells]), broken };
  } finally {
    await venue.close();
  }
}
