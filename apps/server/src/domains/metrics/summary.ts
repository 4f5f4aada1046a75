import type { Measure, Summary } from '@monkey-tracker/contract/archive-metrics';
import {
  addSums,
  issueRatesFromCounts,
  type MetricName,
  metrics,
  metricsFromSums,
  type Sums,
  sumsOf,
} from '@monkey-tracker/contract/metrics';

/** Lowest and highest value among shows, null where none of them has one. */
type Range = [lowest: number | null, highest: number | null];

/** What the database counted of a set of entries. */
export interface Counted {
  sums: Sums;
  showsCount: number;
  /** Rows, shows or days, that had entries: an issue which fewer rows know had 0 percent in another. */
  parts: number;
  ranges: Record<MetricName, Range>;
  issues: Record<string, { count: number; parts: number; range: Range }>;
}

/** The numbers of what was counted, by the dictionary. */
export function summaryOf({ sums, showsCount, parts, ranges, issues }: Counted): Summary {
  const values = metricsFromSums(sums);
  const measures = metrics.map(({ name, n }): [MetricName, Measure] => {
    const [min, max] = ranges[name];
    return [name, { value: values[name], n: values[n], min, max }];
  });
  const counts = new Map(Object.entries(issues).map(([issue, { count }]) => [issue, count]));
  return {
    showsCount,
    metrics: Object.fromEntries(measures) as Summary['metrics'],
    issues: issueRatesFromCounts(counts, sums.entriesCount).map((rate) => {
      const known = issues[rate.issue];
      const [min, max] = known?.range ?? [null, null];
      return { ...rate, min: known && known.parts < parts ? 0 : min, max };
    }),
  };
}

/** Several sets of entries as one. */
export const merged = (all: readonly Counted[]): Counted => all.reduce(merge, nothing());

const merge = (a: Counted, b: Counted): Counted => ({
  sums: addSums(a.sums, b.sums),
  showsCount: a.showsCount + b.showsCount,
  parts: a.parts + b.parts,
  ranges: mapMetrics((name) => widest(a.ranges[name], b.ranges[name])),
  issues: Object.fromEntries(
    Object.keys({ ...a.issues, ...b.issues }).map((issue) => {
      const [one, other] = [a.issues[issue] ?? none, b.issues[issue] ?? none];
      return [
        issue,
        {
          count: one.count + other.count,
          parts: one.parts + other.parts,
          range: widest(one.range, other.range),
        },
      ];
    }),
  ),
});

const none = { count: 0, parts: 0, range: [null, null] satisfies Range as Range };

const nothing = (): Counted => ({
  sums: sumsOf([]),
  showsCount: 0,
  parts: 0,
  ranges: mapMetrics(() => [null, null]),
  issues: {},
});

/** A value for each metric. */
const mapMetrics = <T>(make: (name: MetricName) => T): Record<MetricName, T> =>
  Object.fromEntries(metrics.map(({ name }) => [name, make(name)])) as Record<MetricName, T>;

const widest = ([low, high]: Range, [otherLow, otherHigh]: Range): Range => [
  low === null || otherLow === null ? (low ?? otherLow) : Math.min(low, otherLow),
  high === null || otherHigh === null ? (high ?? otherHigh) : Math.max(high, otherHigh),
];
