import { type Period, periods } from '@monkey-tracker/contract/archive-metrics';
import { type ParetoKind, paretoKinds } from '@monkey-tracker/contract/archive-pareto';
import { calendarDate } from '@monkey-tracker/contract/calendar';
import { type MetricName, metrics } from '@monkey-tracker/contract/metrics';
import { type PrimaryIssue, primaryIssues } from '@monkey-tracker/contract/values';

/** What the address of the analytics says: which entries, grouped how, drawn by which metrics. */
export type AnalyticsSearch = {
  from?: string;
  to?: string;
  by?: Period;
  /** Names of metrics, joined by commas. */
  show?: string;
  /** Issues to draw beside them, joined by commas. */
  issues?: string;
  issue?: PrimaryIssue;
  unit?: string;
  operator?: string;
  of?: ParetoKind;
  /** The range to compare with. */
  thanFrom?: string;
  thanTo?: string;
};

const dateOf = (value: unknown) => calendarDate.safeParse(value).data || undefined;
const nameOf = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined;
const oneOf = <V extends string>(values: readonly V[], value: unknown): V | undefined =>
  values.find((one) => one === value);

/** The metrics that an address names, in the order of the dictionary. */
export const metricsIn = (show: unknown): MetricName[] => {
  const asked = typeof show === 'string' ? show.split(',') : [];
  return metrics.map(({ name }) => name).filter((name) => asked.includes(name));
};

/** The issues that an address names, in the order of the list. */
export const issuesIn = (issues: unknown): PrimaryIssue[] => {
  const asked = typeof issues === 'string' ? issues.split(',') : [];
  return primaryIssues.filter((issue) => asked.includes(issue));
};

/** What makes sense of an address; anything else in it is as if it were not there. */
export function analyticsSearch(raw: Record<string, unknown>): AnalyticsSearch {
  const search: AnalyticsSearch = {
    from: dateOf(raw['from']),
    to: dateOf(raw['to']),
    by: oneOf(periods, raw['by']),
    show: metricsIn(raw['show']).join(',') || undefined,
    issues: issuesIn(raw['issues']).join(',') || undefined,
    issue: oneOf(primaryIssues, raw['issue']),
    unit: nameOf(raw['unit']),
    operator: nameOf(raw['operator']),
    of: oneOf(paretoKinds, raw['of']),
    thanFrom: dateOf(raw['thanFrom']),
    thanTo: dateOf(raw['thanTo']),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** The part of it that says which entries are meant. */
export const filterOf = ({ from, to, issue, unit, operator }: AnalyticsSearch) => ({
  from,
  to,
  issue,
  unit,
  operator,
});
