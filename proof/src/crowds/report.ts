import { loadavg } from 'node:os';
import { quantile } from '@monkey-tracker/bench/src/server/spread.ts';
import { byStatus, type Timing } from './pace.ts';
import type { Evening, Plan } from './evening.ts';

const ms = (value: number) => (Number.isNaN(value) ? '–' : `${value.toFixed(0)} ms`);
const listed = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');
function times(timings: readonly Timing[]) {
  const lengths = timings.map((timing) => timing.ms);
  return {
    count: timings.length,
    p50: quantile(lengths, 0.5),
    p99: quantile(lengths, 0.99),
    longest: quantile(lengths, 1),
    byStatus: byStatus(timings),
  };
}

/** The evening in numbers, for programs. */
export function summaryOf(plan: Plan, evening: Evening) {
  const { dispatching, signingIn, lockedOut, heard, changes, processor, figures } = evening;
  return {
    plan,
    load: loadavg()[0] ?? NaN,
    dispatching: times(dispatching),
    signingIn: times(signingIn),
    /** By how it ended: a refusal before the password is looked at takes no time. */
    letIn: times(signingIn.filter(({ status }) => status === 200)),
    lockedOut: lockedOut.length,
    ...heard,
    changes,
    processor,
    failures: [...dispatching, ...signingIn].filter(({ status }) => status >= 500).length,
    memoryMb: Math.round((figures.get('process_resident_memory_bytes') ?? NaN) / 2 ** 20),
    loopLagP99Ms: 1_000 * (figures.get('nodejs_eventloop_lag_p99_seconds') ?? NaN),
    loopLagMaxMs: 1_000 * (figures.get('nodejs_eventloop_lag_max_seconds') ?? NaN),
  };
}
export type Summary = ReturnType<typeof summaryOf>;

/** The same as a Markdown table, for people. */
export function tableOf(summary: Summary): string {
  const { plan, dispatching, signingIn, letIn } = summary;
  const rows = [
    ['streams that missed a change, or saw one twice', `${summary.missed} of ${plan.streams}`],
    ['changes that each was told of', summary.changes],
    ['streams that were cut off and came back', summary.lost],
    ['requests of dispatchers', `${dispatching.count}: ${listed(dispatching.byStatus)}`],
    ['dispatchers: p50', ms(dispatching.p50)],
    ['dispatchers: p99 (goal: under 500 ms)', ms(dispatching.p99)],
    ['dispatchers: longest', ms(dispatching.longest)],
    ['sign-ins', `${signingIn.count}: ${listed(signingIn.byStatus)}`],
    ['people with the right password who were refused', summary.lockedOut],
    ['sign-ins that worked: p50', ms(letIn.p50)],
    ['sign-ins that worked: p99', ms(letIn.p99)],
    ['answers with a 5xx', summary.failures],
    ['processor time of the server', `${summary.processor.toFixed(1)} s`],
    ['memory of the server', `${summary.memoryMb} MiB`],
    [
      'event-loop lag of the server: p99, longest',
      `${ms(summary.loopLagP99Ms)}, ${ms(summary.loopLagMaxMs)}`,
    ],
  ];
  const head = `${plan.streams} streams, ${plan.logins} sign-ins a minute, 12 dispatchers with ${plan.pace} requests a second each, ${plan.seconds} s; load of the machine ${summary.load.toFixed(1)}`;
  return [
    `${head}\n\n| what | measured |`,
    '| --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}
