import { parseArgs } from 'node:util';
import { writeSection } from './document.ts';
import { comeback } from './sections/comeback.ts';
import { crowds } from './sections/crowds.ts';
import { breaking } from './sections/faults.ts';
import { histories } from './sections/histories.ts';
import { overload } from './sections/overload.ts';
import type { Finding, Setting } from './sections/section.ts';
import { siege } from './sections/siege.ts';
import { soak } from './sections/soak.ts';

const sections: Record<string, (setting: Setting) => Promise<Finding>> = {
  histories,
  faults: breaking,
  comeback,
  overload,
  crowds,
  siege,
  soak,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    /** How long everything takes, as a share of its full length. */
    share: { type: 'string', default: '1' },
    /** How long the soak takes. */
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    write: { type: 'boolean', default: false },
  },
});
const { only } = values;
if (only !== undefined && !(only in sections))
  throw new Error(`--only takes one of ${Object.keys(sections).join(', ')}`);

let broken = 0;
for (const [name, run] of Object.entries(sections)) {
  if (only !== undefined && only !== name) continue;
  const began = performance.now();
  let shown = 0;
  const finding = await run({
    seed: Number(values.seed),
    share: Number(values.share),
    minutes: Number(values.minutes),
    progress(words) {
      if (performance.now() - shown < 1_000) return;
      shown = performance.now();
      process.stderr.write(`\r\u001b[K${name}, ${((shown - began) / 1_000).toFixed(0)} s: ${words}`);
    },
  });
  broken += finding.broken.length;
  // Each by itself: whoever ends the rest early keeps what there is.
  if (values.write) writeSection(name, finding);
  process.stderr.write(`\r\u001b[K${name}: ${finding.broken.length} broken promises\n`);
  process.stdout.write(
    [`\n## ${name}\n\n`, finding.text, ...finding.broken.map((one) => `- ${one}\n`)].join(''),
  );
}
if (broken > 0) process.exitCode = 1;
