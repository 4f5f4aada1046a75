import { parseArgs } from 'node:util';
import { quick, whole } from './server/effort.ts';
import type { Figure } from './server/figure.ts';
import { measureReading } from './server/sections/reading.ts';
import { measureWriting } from './server/sections/writing.ts';
import { openStage } from './server/stage/stage.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
});
const effort = values.quick ? quick : whole;
const stage = await openStage(100);
const figures: Figure[] = [];
try {
  figures.push(...(await measureReading(stage, effort)));
  figures.push(...(await measureWriting(stage, effort)));
} finally {
  await stage.close();
}
console.log(JSON.stringify(figures, null, 1));
