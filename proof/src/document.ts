import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { putBetween } from '@monkey-tracker/bench/src/markers.ts';
import type { Finding } from './sections/section.ts';

const file = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));

const machine = () =>
  `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ` +
  `${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}.`;

const brokenIn = ({ broken }: Finding) =>
  broken.length === 0
    ? ''
    : `\nBroken promises:\n\n${broken
        .slice(0, 20)
        .map((one) => `- ${one}\n`)
        .join('')}`;

/** Puts a finding between its markers in docs/reliability.md. */
export function writeSection(name: string, finding: Finding): void {
  const content = `\n${machine()} ${finding.text}${brokenIn(finding)}\n`;
  writeFileSync(file, putBetween(readFileSync(file, 'utf8'), name, content));
}
