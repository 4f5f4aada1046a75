import { setTimeout as pause } from 'node:timers/promises';
import { withEmbedded } from '../crowds/embedded.ts';
import { type CrowdedVenue, openCrowdedVenue } from '../crowds/venue.ts';
import { besiege } from '../hostile/wire/siege.ts';
import { type Finding, seconds, type Setting, table } from './section.ts';

const connectionsOfKind = 500;
/** A request may take a minute; the server looks at its connections every five seconds. */
const longestMs = 75_000;

async function memoryOf(venue: CrowdedVenue): Promise<number> {
  return Math.round(((await venue.figures()).get('process_resident_memory_bytes') ?? NaN) / 2 ** 20);
}

/** The most memory that the server held until it is asked. */
function watch(venue: CrowdedVenue) {
  const over = new AbortController();
  let most = 0;
  const watching = (async () => {
    while (!over.signal.aborted) {
      most = Math.max(most, await memoryOf(venue));
      await pause(1_000);
    }
  })();
  return async () => {
    over.abort();
    await watching;
    return most;
  };
}

/** Clients who send slowly or never, in all the ways there are, while others want to be served. */
export async function siege({ share, progress }: Setting): Promise<Finding> {
  return withEmbedded(async (parts) => {
    const venue = await openCrowdedVenue(parts, 1);
    try {
      const before = await memoryOf(venue);
      const most = watch(venue);
      const connections = Math.ceil(connectionsOfKind * share);
      const besieging = besiege({ url: venue.url, connections, say: progress });
      const { sieges, sockets, visits } = await besieging.finally(most);
      const rows = [
        ...sieges.map((one) => [
          `${one.connections} × ${one.what}`,
          `all gone after ${seconds(one.longestMs)}`,
        ]),
        [
          'sockets of the server before, during, after',
          `${sockets.before}, ${sockets.during}, ${sockets.after}`,
        ],
        ['memory before, at most, after', `${before}, ${await most()}, ${await memoryOf(venue)} MiB`],
        [
          'others meanwhile',
          `${visits.count} requests, ${visits.refused} refused, p50 ${visits.p50.toFixed(0)} ms, p99 ${visits.p99.toFixed(0)} ms`,
        ],
      ];
      const broken = [
        ...(visits.refused > 0 ? [`answer: ${visits.refused} others were refused`] : []),
        ...sieges
          .filter(({ longestMs: ms }) => ms > longestMs)
          .map(({ what }) => `slow: ${what} was kept for longer than ${seconds(longestMs)}`),
        ...(sockets.after > sockets.before + 4 ? [`sockets: ${sockets.after} are left`] : []),
      ];
      return { text: `\n${table(['what', 'measured'], rows)}`, broken };
    } finally {
      await venue.close();
    }
  });
}
