import type { Group, Measure } from '@monkey-tracker/contract/archive-metrics';
import { type MetricName, metrics, type MetricUnit } from '@monkey-tracker/contract/metrics';
import type { PrimaryIssue } from '@monkey-tracker/contract/values';

/** Something that is drawn over time: a metric of the dictionary, or how often an issue occurred. */
export interface Line {
  name: string;
  label: string;
  unit: MetricUnit;
  read(group: Group): Measure;
}

export const linesOfMetrics = (names: readonly MetricName[]): Line[] =>
  metrics
    .filter(({ name }) => names.includes(name))
    .map(({ name, label, unit }) => ({ name, label, unit, read: (group) => group.metrics[name] }));

/** The rate of an issue among all entries; where it did not occur it is 0, not unknown. */
export const linesOfIssues = (issues: readonly PrimaryIssue[]): Line[] =>
  issues.map((issue) => ({
    name: issue,
    label: issue,
    unit: 'percent',
    read: (group) => {
      const { n } = group.metrics.completionRate;
      const found = group.issues.find((one) => one.issue === issue);
      if (found) return { value: found.rate, n: found.n, min: found.min, max: found.max };
      return n === 0 ? { value: null, n, min: null, max: null } : { value: 0, n, min: 0, max: 0 };
    },
  }));
