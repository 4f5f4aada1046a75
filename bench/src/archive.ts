import { parseArgs } from 'node:util';
import { openStorage } from './storage.ts';
import { measure } from './measure.ts';
import { questions } from './questions.ts';
import { fill } from './seed.ts';
import { report } from './report.ts';

const { values } = parseArgs({
  options: { entries: { type: 'string', default: '219000' }, rounds: { type: 'string', default: '7' } },
});

const storage = await openStorage();
try {
  const results = [];
  for (const entries of [1_000, Number(values.entries)]) {
    const seconds = await fill(storage.db, entries);
    process.stderr.write(`${entries} entries are there after ${seconds.toFixed(1)} s\n`);
    results.push({
      entries,
      seconds,
      timings: await measure(storage.db, { questions, entries, rounds: Number(values.rounds) }),
    });
  }
  process.stdout.write(report(results));
} finally {
  await storage.close();
}
