import { cpus, totalmem } from 'node:os';
import type { Wreckage } from './faults/wreck.ts';
import { plantedBugs } from './history/planted.ts';
import type { History } from './history/record.ts';

export interface Result {
  what: string;
  seed: number;
  history: History;
  violations: string[];
  wreckage: Wreckage | undefined;
}

interface Plan {
  seconds: number;
  clients: number;
  readers: number;
}

const longest = (times: readonly number[]) =>
  times.length === 0 ? '' : ` (longest ${(Math.max(...times) / 1_000).toFixed(1)} s)`;

const faultsOf = ({ kills, crashes, cuts }: Wreckage) =>
  `${kills.length} kills of a server${longest(kills)}, ${crashes.length} crashes of PostgreSQL${longest(crashes)}, ` +
  `${cuts.length} times all connections cut${longest(cuts)}`;

function rowOf({ what, seed, history, violations, wreckage }: Result): string {
  const { deeds, log, readers } = history;
  const acknowledged = deeds.filter(({ told }) => told && told.status < 300).length;
  const dark = deeds.filter(({ told }) => told === undefined).length;
  const cells = [what, seed, deeds.length, acknowledged, dark, log.length, readers.length, violations.length];
  return `| ${cells.join(' | ')} | ${wreckage ? faultsOf(wreckage) : ''} |`;
}

/** What was measured, as the document that people read. */
export function report(results: readonly Result[], { seconds, clients, readers }: Plan): string {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  return `# Reliability

Written by \`pnpm proof --write\`; measured on ${new Date().toISOString().slice(0, 10)}, ${machine}.

${clients} clients act at random for ${seconds} seconds: they create, change, move, delete, archive and restore shows and entries, send again under the same key, and use
stale versions. ${readers} readers follow the live stream and lose their line now and then. In runs with faults servers are killed (\`kill -9\`), a process of PostgreSQL is
killed so that all of it recovers from its log, connections are cut, and one answer in forty is lost after the commit; whoever got no answer asks again under the same key.

Afterwards nothing that was acknowledged may be missing, nothing may be there twice, versions are contiguous, both rules hold at every step of the log, the replayed log is
the tables, the chain of hashes is whole, one key has one answer, no stale change was taken, and every reader saw every change once and in order.

| run | seed | requests | acknowledged | without an answer | changes in the log | readers | broken promises | faults, and the time until all servers were ready again |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${results.map(rowOf).join('\n')}
${results
  .flatMap(({ what, violations }) => violations.slice(0, 20).map((one) => `\n- ${what}: ${one}`))
  .join('')}

## The checker is checked

Each of these bugs, put into a running server, is caught in the normal test run (\`proof/src/history/history.test.ts\`, \`proof/src/history/stale-versions.test.ts\`):

${plantedBugs.map(({ name, breaks }) => `- ${name}: by \`${breaks.source.replace(/^\^/, '')}\``).join('\n')}
- a change that was based on a stale version is accepted: by \`stale\`
`;
}
