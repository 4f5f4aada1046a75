import type { Entry } from './entries.ts';
import { addDecimals, type Decimal } from './decimal.ts';
import { type PrimaryIssue, primaryIssues } from './values.ts';

/** What the numbers read of an entry; a snapshot of an entry will do. */
export type CountedEntry = Pick<Entry, 'planned' | 'launched' | 'status' | 'delaySec'>;

/** Additive: the sums of a month are the sums of its days. `delaySum` is exact, seconds as decimal text. */
export interface Sums {
  entriesCount: number;
  completedCount: number;
  noLaunchCount: number;
  abortCount: number;
  plannedCount: number;
  launchedCount: number;
  delayCount: number;
  delaySum: Decimal;
  maxDelaySec: number | null;
}

/** Every number of the dictionary, in the order people read them. `n` is the count that a value rests on. */
export const metrics = [
  { name: 'entriesCount', label: 'Entries', unit: 'count', n: 'entriesCount' },
  { name: 'completedCount', label: 'Completed', unit: 'count', n: 'entriesCount' },
  { name: 'noLaunchCount', label: 'No-launch', unit: 'count', n: 'entriesCount' },
  { name: 'abortCount', label: 'Abort', unit: 'count', n: 'entriesCount' },
  { name: 'completionRate', label: 'Completion rate', unit: 'percent', n: 'entriesCount' },
  { name: 'launchRate', label: 'Launch rate', unit: 'percent', n: 'entriesCount' },
  { name: 'abortRate', label: 'Abort rate', unit: 'percent', n: 'entriesCount' },
  { name: 'launchSuccess', label: 'Launch success', unit: 'percent', n: 'plannedCount' },
  { name: 'avgDelaySec', label: 'Average delay', unit: 'seconds', n: 'delayCount' },
  { name: 'maxDelaySec', label: 'Longest delay', unit: 'seconds', n: 'delayCount' },
  { name: 'delayCount', label: 'Delays', unit: 'count', n: 'entriesCount' },
  { name: 'plannedCount', label: 'Planned', unit: 'count', n: 'entriesCount' },
  { name: 'launchedCount', label: 'Launched', unit: 'count', n: 'entriesCount' },
] as const;

export type MetricName = (typeof metrics)[number]['name'];
export type MetricUnit = (typeof metrics)[number]['unit'];
type CountName = Exclude<keyof Sums, 'delaySum' | 'maxDelaySec'>;

/** Counts as numbers; rates in percent and delays in seconds, null where there is nothing to divide by. */
export type Metrics = Record<CountName, number> & Record<Exclude<MetricName, CountName>, number | null>;

/** The sums of these entries; a missing delay is not a delay of 0. */
export function sumsOf(entries: readonly CountedEntry[]): Sums {
  const count = (holds: (entry: CountedEntry) => boolean) => entries.filter(holds).length;
  const delays = entries.map((entry) => entry.delaySec).filter((delay) => delay !== null);
  return {
    entriesCount: entries.length,
    completedCount: count((entry) => entry.status === 'Completed'),
    noLaunchCount: count((entry) => entry.status === 'No-launch'),
    abortCount: count((entry) => entry.status === 'Abort'),
    plannedCount: count((entry) => entry.planned === 'Yes'),
    launchedCount: count((entry) => entry.launched === 'Yes'),
    delayCount: delays.length,
    delaySum: addDecimals(delays.map(String)),
    maxDelaySec: largest(delays),
  };
}

/** The sums of two disjoint sets of entries together. */
export const addSums = (a: Sums, b: Sums): Sums => ({
  entriesCount: a.entriesCount + b.entriesCount,
  completedCount: a.completedCount + b.completedCount,
  noLaunchCount: a.noLaunchCount + b.noLaunchCount,
  abortCount: a.abortCount + b.abortCount,
  plannedCount: a.plannedCount + b.plannedCount,
  launchedCount: a.launchedCount + b.launchedCount,
  delayCount: a.delayCount + b.delayCount,
  delaySum: addDecimals([a.delaySum, b.delaySum]),
  maxDelaySec: largest([a.maxDelaySec, b.maxDelaySec].filter((delay) => delay !== null)),
});

/**
 * The dictionary itself. PostgreSQL computes the same in `daily_metrics`, to the last digit: the exact sum becomes the
 * nearest double, and only then doubles are divided.
 */
export function metricsFromSums({ delaySum, ...sums }: Sums): Metrics {
  return {
    ...sums,
    completionRate: percent(sums.completedCount, sums.entriesCount),
    launchRate: percent(sums.launchedCount, sums.entriesCount),
    abortRate: percent(sums.abortCount, sums.entriesCount),
    launchSuccess: percent(sums.completedCount, sums.plannedCount),
    avgDelaySec: sums.delayCount === 0 ? null : Number(delaySum) / sums.delayCount,
  };
}

/** The numbers of a set of entries. */
export const metricsOf = (entries: readonly CountedEntry[]): Metrics => metricsFromSums(sumsOf(entries));

/** How many of all entries had an issue, and the share in percent. */
export interface IssueRate {
  issue: PrimaryIssue;
  count: number;
  n: number;
  rate: number;
}

/** The rates of counted issues among `n` entries: most frequent first, ties as the list of issues goes. */
export const issueRatesFromCounts = (counts: ReadonlyMap<string, number>, n: number): IssueRate[] =>
  primaryIssues
    .map((issue) => ({ issue, count: counts.get(issue) ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ issue, count }) => ({ issue, count, n, rate: percent(count, n) ?? 0 }));

/** The issues of these entries; a Completed entry that flew with a defect counts. */
export function issueRates(entries: readonly Pick<Entry, 'primaryIssue'>[]): IssueRate[] {
  const counts = new Map<string, number>();
  for (const { primaryIssue } of entries) counts.set(primaryIssue, (counts.get(primaryIssue) ?? 0) + 1);
  return issueRatesFromCounts(counts, entries.length);
}

/** A share in percent, null where there is nothing to divide by. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : (100 * part) / whole;

const largest = (values: readonly number[]): number | null =>
  values.reduce<number | null>((most, value) => (most === null || value > most ? value : most), null);

const whole = new Intl.NumberFormat('en');
const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** How a value of a unit is written for people: `1,794`, `93.3 %`, `12.5 s`, and `–` where there is none. */
export function formatValue(unit: MetricUnit, value: number | null): string {
  if (value === null) return '–';
  if (unit === 'count') return whole.format(value);
  return `${tenths.format(value)} ${unit === 'percent' ? '%' : 's'}`;
}

/** How a metric's value is written for people. */
export function formatMetric(name: MetricName, value: number | null): string {
  return formatValue(metrics.find((metric) => metric.name === name)?.unit ?? 'count', value);
}
