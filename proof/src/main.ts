import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openFaultyVenue } from './faults/venue.ts';
import { wreck } from './faults/wreck.ts';
import { check } from './history/check.ts';
import { act } from './history/run.ts';
import { randomOf } from './random.ts';
import { type Result, report } from './report.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    clients: { type: 'string', default: '12' },
    servers: { type: 'string', default: '3' },
    readers: { type: 'string', default: '9' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    write: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const seconds = Number(values.seconds);

/** One evening with so many servers, calm or with everything breaking. */
async function evening(servers: number, faults: boolean): Promise<Result> {
  const venue = await openFaultyVenue(servers);
  const stop = new AbortController();
  const what = `${servers} server${servers === 1 ? '' : 's'}${faults ? ', with faults' : ''}`;
  try {
    const wrecking = faults ? wreck(venue, randomOf(seed), stop.signal) : undefined;
    let shown = 0;
    const history = await act(venue, {
      seed,
      clients: Number(values.clients),
      readers: Number(values.readers),
      ms: seconds * 1_000,
      beforeJudging: async () => {
        stop.abort();
        await wrecking;
      },
      onProgress: (deeds) => {
        if (Date.now() - shown < 1_000) return;
        shown = Date.now();
        process.stderr.write(`\r${what}: ${deeds} deeds   `);
      },
    });
    const violations = [...check(history), ...venue.unexpected.map((one) => `answer: ${one}`)];
    process.stderr.write(
      `\r${what}: ${history.deeds.length} requests, ${violations.length} broken promises\n`,
    );
    return { what, seed, history, violations, wreckage: await wrecking };
  } finally {
    stop.abort();
    await venue.close();
  }
}

const results: Result[] = [];
for (const [servers, faults] of [
  [1, false],
  [Number(values.servers), false],
  [1, true],
  [Number(values.servers), true],
] as const) {
  results.push(await evening(servers, faults));
}
const text = report(results, { seconds, clients: Number(values.clients), readers: Number(values.readers) });
process.stdout.write(text);
if (values.write) writeFileSync(new URL('../../docs/reliability.md', import.meta.url), text);
if (results.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
