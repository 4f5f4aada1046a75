import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '@monkey-tracker/bench/src/server/spread.ts';
import { openFaultyVenue } from '../faults/venue.ts';
import { lost, work } from '../load/evening.ts';
import { openListeners, until } from '../load/listeners.ts';
import { type Finding, seconds, type Setting, table } from './section.ts';

const listeners = 1_000;
const perSecond = 20;
const withinMs = 30_000;
const rounds = 3;
const catchUpMs = 5_000;

/** Everybody loses the server at once, and comes back within half a minute while dispatchers go on. */
export async function comeback({ share, progress }: Setting): Promise<Finding> {
  const venue = await openFaultyVenue(1);
  const [server] = venue.servers;
  if (!server) throw new Error('there is no server');
  try {
    progress(`${listeners} listeners come`);
    const crowd = await openListeners({
      count: listeners,
      url: () => server.url,
      token: venue.token,
      comeBackMs: () => Math.random() * withinMs,
    });
    const over = new AbortController();
    const working = work(venue, perSecond, over.signal);
    const rows: (string | number)[][] = [];
    const away: string[] = [];
    for (let round = 1; round <= Math.ceil(rounds * share); round += 1) {
      progress(`round ${round}: the server is killed`);
      const began = performance.now();
      await server.kill();
      await server.start();
      const ready = performance.now() - began;
      await until(() => crowd.readers.every((reader) => reader.isOpen()), 4 * withinMs);
      const back = crowd.readers.filter((reader) => reader.isOpen()).length;
      if (back < listeners) away.push(`readers: round ${round}, only ${back} of ${listeners} came back`);
      rows.push([
        round,
        seconds(ready),
        back < listeners ? 'never' : seconds(performance.now() - began),
        `${server.memoryMb().toFixed(0)} MB`,
      ]);
      // They are told what they missed before the next round: who is away for two would rightly be told to read all anew.
      await pause(catchUpMs);
    }
    over.abort();
    const { changes, acknowledged, latencies } = await working;
    const broken = [
      ...away,
      ...(await crowd.missing(changes)),
      ...(await lost(venue, acknowledged)),
      ...venue.unexpected.map((one) => `answer: ${one}`),
    ];
    await crowd.close();
    const text = [
      `${listeners} listeners, ${perSecond} changes a second, one server that is killed and started again; everybody comes back after up to ${withinMs / 1_000} s. `,
      `Changes: ${changes}, answered in ${quantile(latencies, 0.5).toFixed(0)} ms (median), p99 ${quantile(latencies, 0.99).toFixed(0)} ms, the time without a server included.\n\n`,
      table(['round', 'until the server was ready', 'until all were back', 'memory'], rows),
    ];
    return { text: text.join(''), broken };
  } finally {
    await venue.close();
  }
}
