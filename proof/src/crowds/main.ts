import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openAudienceElsewhere } from './elsewhere.ts';
import { withEmbedded } from './embedded.ts';
import { spend } from './evening.ts';
import { summaryOf, tableOf } from './report.ts';
import { openCrowdedVenue } from './venue.ts';

const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '2000' },
    logins: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '60' },
    pace: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'string' },
  },
});
const plan = {
  streams: Number(values.streams),
  logins: Number(values.logins),
  seconds: Number(values.seconds),
  pace: Number(values.pace),
  seed: Number(values.seed),
};
const say = (words: string) => process.stderr.write(`${words}\n`);

// Node raises its own limit of open files as far as the system lets it; the server needs a socket for each stream.
const limits = process.report.getReport() as { userLimits?: { open_files?: { hard?: number | string } } };
const hard = Number(limits.userLimits?.open_files?.hard ?? Infinity);
if (hard < plan.streams + 200)
  say(
    `The limit of open files is ${hard}; for ${plan.streams} streams it must be ${plan.streams + 200} (ulimit -Hn).`,
  );

say(`seed ${plan.seed}`);
await withEmbedded(async (parts) => {
  const venue = await openCrowdedVenue(parts, 400);
  try {
    const evening = await spend({ venue, parts, openAudience: openAudienceElsewhere, say }, plan);
    const summary = summaryOf(plan, evening);
    process.stdout.write(tableOf(summary));
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);
    if (summary.missed + summary.failures + summary.lockedOut > 0) process.exitCode = 1;
  } finally {
    await venue.close();
  }
});
