import type { ArchiveFilter, Period, Summary } from '@monkey-tracker/contract/archive-metrics';
import {
  type CountedEntry,
  issueRates,
  type MetricName,
  metrics,
  metricsOf,
  percent,
} from '@monkey-tracker/contract/metrics';
import type { SnapshotEntry, SnapshotShow } from './snapshots.ts';

/** The shows that a filter lets through, with those of their entries that it lets through. */
export function filtered(shows: readonly SnapshotShow[], filter: ArchiveFilter): SnapshotShow[] {
  const { from = '0000', to = '9999', issue, severity, unit, operator, lead, monkeyLead, label } = filter;
  const narrow = [issue, severity, unit, operator, lead, monkeyLead, label].some((one) => one !== undefined);
  const fits = (wanted: string | undefined, value: string) => wanted === undefined || wanted === value;
  return shows
    .filter((show) => show.date >= from && show.date <= to)
    .filter(
      (show) => fits(lead, show.leadPilot) && fits(monkeyLead, show.monkeyLead) && fits(label, show.label),
    )
    .map((show) => ({
      ...show,
      entries: show.entries.filter(
        (entry) =>
          fits(issue, entry.primaryIssue) &&
          fits(severity, entry.severity) &&
          fits(unit, entry.unitId) &&
          fits(operator, entry.operator),
      ),
    }))
    .filter((show) => !narrow || show.entries.length > 0);
}

/** The ISO week of a date, found by its Thursday. */
function weekOf(date: string): string {
  const thursday = new Date(`${date}T00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const days = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000;
  return `${thursday.getUTCFullYear()}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

const keyOf = {
  show: (show: SnapshotShow) => show.id,
  day: (show: SnapshotShow) => show.date,
  week: (show: SnapshotShow) => weekOf(show.date),
  month: (show: SnapshotShow) => show.date.slice(0, 7),
};

/** Shows by the key of their group. */
export function grouped(shows: readonly SnapshotShow[], by: Period): Map<string, SnapshotShow[]> {
  const ordered = shows.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return Map.groupBy(ordered, keyOf[by]);
}
const placeOf = (show: SnapshotShow) => `${show.date} ${show.time} ${show.id}`;

const numbers = (entries: readonly SnapshotEntry[]) => metricsOf(entries satisfies readonly CountedEntry[]);
const range = (values: readonly (number | null)[]) => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? { min: null, max: null } : { min: Math.min(...known), max: Math.max(...known) };
};

/** The dictionary, applied to the entries themselves. */
export function summarised(shows: readonly SnapshotShow[]): Summary {
  const entries = shows.flatMap((show) => show.entries);
  const values = numbers(entries);
  const of = (name: MetricName) => range(shows.map((show) => numbers(show.entries)[name]));
  return {
    showsCount: shows.length,
    metrics: Object.fromEntries(
      metrics.map(({ name, n }) => [name, { value: values[name], n: values[n], ...of(name) }]),
    ) as Summary['metrics'],
    issues: issueRates(entries as { primaryIssue: '' }[]).map((rate) => ({
      ...rate,
      ...range(
        shows.map(({ entries }) =>
          percent(entries.filter((entry) => entry.primaryIssue === rate.issue).length, entries.length),
        ),
      ),
    })),
  };
}
