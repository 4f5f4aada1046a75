import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clients, type Effort, quick, whole } from './server/effort.ts';
import type { Figure } from './server/figure.ts';
import { writeDocument } from './server/report/document.ts';
import { describeMachine } from './server/report/machine.ts';
import { tableOf } from './server/report/table.ts';
import { measureAgainst } from './server/sections/against.ts';
import { measureGrowing } from './server/sections/growing.ts';
import { measureReading } from './server/sections/reading.ts';
import { measureSigningIn } from './server/sections/signing-in.ts';
import { measureStarting } from './server/sections/starting.ts';
import { measureStreaming } from './server/sections/streaming.ts';
import { measureWriting } from './server/sections/writing.ts';
import { openStage, type Stage } from './server/stage/stage.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    against: { type: 'string' },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
    /** Where the server shall leave a CPU profile of its whole life. */
    profile: { type: 'string' },
  },
});
const { only, against } = values;
const effort = values.quick ? quick : whole;

const sections: Record<string, (stage: Stage, effort: Effort) => Promise<Figure[]>> = {
  reading: measureReading,
  writing: measureWriting,
  streaming: measureStreaming,
  'signing-in': measureSigningIn,
  starting: (_, effort) => measureStarting(effort),
  growing: measureGrowing,
  ...(against !== undefined && { against: (stage, effort) => measureAgainst(stage, effort, against) }),
};
if (only !== undefined && !(only in sections))
  throw new Error(`--only takes one of ${Object.keys(sections).join(', ')}`);

const stage = await openStage(100, values.profile);
try {
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(sections)) {
    if (only !== undefined && name !== only) continue;
    const started = performance.now();
    figures.push(...(await measure(stage, effort)));
    process.stderr.write(`${name}: ${((performance.now() - started) / 1_000).toFixed(0)} s\n`);
  }
  const machine = await describeMachine(stage.database);
  const manner = `Medians of ${effort.rounds} interleaved rounds of ${effort.seconds} s with ${clients} clients; in brackets the quartiles`;
  process.stdout.write(tableOf(figures));
  if (values.json !== undefined)
    writeFileSync(values.json, JSON.stringify({ machine, manner, figures }, null, 2));
  if (values.write) writeDocument({ machine, manner, figures });
} finally {
  await stage.close();
}
