import { calendarDate } from '@monkey-tracker/contract/calendar';
import { type MetricName, metrics } from '@monkey-tracker/contract/metrics';

/** What the address of the archive says: what is looked for, in which days, and what the calendar shows. */
export type ArchiveSearch = {
  q?: string;
  from?: string;
  to?: string;
  metric?: MetricName;
};

const dateOf = (value: unknown): string | undefined => {
  const date = calendarDate.safeParse(value).data;
  return date === '' ? undefined : date;
};

/** What makes sense of an address; anything else in it is as if it were not there. */
export function archiveSearch({ q, from, to, metric }: Record<string, unknown>): ArchiveSearch {
  const search: ArchiveSearch = {
    q: typeof q === 'string' && q.trim() !== '' ? q.slice(0, 100) : undefined,
    from: dateOf(from),
    to: dateOf(to),
    metric: metrics.find(({ name }) => name === metric)?.name,
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
