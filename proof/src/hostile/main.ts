import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { withEmbedded } from '../crowds/embedded.ts';
import { openCrowdedVenue } from '../crowds/venue.ts';
import { besiege } from './wire/siege.ts';

const { values } = parseArgs({ options: { connections: { type: 'string', default: '500' } } });
const say = (words: string) => process.stderr.write(`${words}\n`);
const memoryOf = (figures: Map<string, number>) =>
  Math.round((figures.get('process_resident_memory_bytes') ?? NaN) / 2 ** 20);
const ms = (value: number) => `${value.toFixed(0)} ms`;

await withEmbedded(async (parts) => {
  const venue = await openCrowdedVenue(parts, 1);
  try {
    const before = memoryOf(await venue.figures());
    const watching = new AbortController();
    let most = before;
    const watched = (async () => {
      while (!watching.signal.aborted) {
        most = Math.max(most, memoryOf(await venue.figures()));
        await pause(1_000);
      }
    })();
    const { sieges, sockets, visits } = await besiege({
      url: venue.url,
      connections: Number(values.connections),
      say,
    });
    watching.abort();
    await watched;
    const rows = [
      ...sieges.map((one) => [
        `${one.connections} × ${one.what}`,
        `all gone after ${(one.longestMs / 1_000).toFixed(1)} s`,
      ]),
      [
        'sockets of the server before, during, after',
        `${sockets.before}, ${sockets.during}, ${sockets.after}`,
      ],
      ['memory before, at most, after', `${before}, ${most}, ${memoryOf(await venue.figures())} MiB`],
      [
        'others meanwhile',
        `${visits.count} requests, ${visits.refused} refused, p50 ${ms(visits.p50)}, p99 ${ms(visits.p99)}`,
      ],
    ];
    process.stdout.write(
      ['| what | measured |', '| --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`), ''].join(
        '\n',
      ),
    );
    if (visits.refused > 0 || sockets.after > sockets.before + 4) process.exitCode = 1;
  } finally {
    await venue.close();
  }
});
