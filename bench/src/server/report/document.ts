import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { putBetween } from '../../markers.ts';
import type { Figure } from '../figure.ts';
import { pictureOf } from './picture.ts';
import { tableOf } from './table.ts';

const docs = new URL('../../../../docs/', import.meta.url);

export interface Results {
  machine: Record<string, string>;
  /** How it was measured: rounds, seconds, clients. */
  manner: string;
  figures: Figure[];
}

/** Puts the results between the markers of docs/performance.md, and the picture beside it. */
export function writeDocument(results: Results): void {
  const file = fileURLToPath(new URL('performance.md', docs));
  writeFileSync(file, putBetween(readFileSync(file, 'utf8'), 'measured', contentOf(results)));
  writeFileSync(fileURLToPath(new URL('performance.svg', docs)), pictureOf(results.figures));
}

const contentOf = ({ machine, manner, figures }: Results) => `
${Object.entries(machine)
  .map(([name, value]) => `- ${name}: ${value}\n`)
  .join('')}- ${manner}

![Ours divided by what stands beside it, with the goal of each](performance.svg)

${tableOf(figures)}
`;
