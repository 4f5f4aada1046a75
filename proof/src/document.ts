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

/** Puts each finding between its markers in docs/reliability.md. */
export function writeSections(findings: Record<string, Finding>): void {
  const written = Object.entries(findings).reduce(
    (text, [name, finding]) => putBetween(text, name, `\n${machine()} ${finding.text}${brokenIn(finding)}\n`),
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, written);
}
