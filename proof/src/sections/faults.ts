import { type FaultName, faults } from '../faults/faults.ts';
import { endure } from '../faults/endure.ts';
import type { Plan } from '../faults/wreck.ts';
import { amounts, head, people } from './histories.ts';
import { type Finding, seconds, type Setting, table } from './section.ts';

const servers = 2;

/** How often each fault is made in a run of full length. */
const plan: Required<Plan> = {
  kill: 100,
  crash: 25,
  powerCut: 25,
  cut: 20,
  dead: 8,
  slow: 10,
  lock: 10,
  crowded: 8,
  disk: 8,
  clock: 12,
  serverClock: 8,
  receiverFails: 6,
  receiverSilent: 6,
};

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** People at work while everything breaks, one thing after the other. */
export async function breaking({ seed, share, progress }: Setting): Promise<Finding> {
  const names = Object.keys(plan) as FaultName[];
  const shortened = Object.fromEntries(names.map((name) => [name, Math.ceil(plan[name] * share)]));
  const all = Object.values(shortened).reduce((sum, times) => sum + times, 0);
  const { history, wreckage, late, broken } = await endure({
    servers,
    ...people,
    seed,
    plan: shortened,
    onFault: (done, name) => progress(`${done} of ${all} faults: ${name}`),
  });
  broken.push(...late);
  const rows = names.map((name) => {
    const times = wreckage[name] ?? [];
    const measured = times.length > 0 ? [seconds(median(times)), seconds(Math.max(...times))] : ['–', '–'];
    return [faults[name].name, times.length, ...measured, seconds(faults[name].readyWithinMs)];
  });
  const text = [
    `${servers} servers, ${people.clients} clients, ${people.readers} readers, seed ${seed}.\n\n`,
    table(head, [[...amounts(history), broken.length]]),
    '\n',
    table(['fault', 'times', 'until ready again, median', 'longest', 'promised'], rows),
  ];
  return { text: text.join(''), broken };
}
