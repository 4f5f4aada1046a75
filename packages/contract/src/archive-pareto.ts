import { z } from 'zod';
import { archiveFilter } from './archive-metrics.ts';
import { endpoint } from './endpoint.ts';
import { percent } from './metrics.ts';
import { primaryIssues, rootCauses, severities } from './values.ts';

/** What went wrong: counted are the entries that have the value, among all. */
const troubles = ['issue', 'subIssue', 'severity', 'rootCause', 'action'] as const;
/** Where and with whom: counted are the entries with an issue, among those that have the value. */
const places = ['unit', 'battery', 'operator', 'leadPilot', 'monkeyLead', 'label'] as const;
export const paretoKinds = [...troubles, ...places] as const;
export type ParetoKind = (typeof paretoKinds)[number];

export const isPlace = (kind: ParetoKind): boolean => places.some((place) => place === kind);

/** `rate` is count / n, `share` and `cumulative` are of all counts, all in percent. */
const paretoRow = z.object({
  value: z.string(),
  count: z.int(),
  n: z.int(),
  rate: z.number().nullable(),
  share: z.number().nullable(),
  cumulative: z.number().nullable(),
});
export type ParetoRow = z.output<typeof paretoRow>;

const order: readonly string[] = [...primaryIssues, ...severities, ...rootCauses];
const names = new Intl.Collator('en', { numeric: true });

/** Puts counts in the order of a Pareto chart: most frequent first, ties as lists and names go. */
export function toPareto(counts: readonly { value: string; count: number; n: number }[]): ParetoRow[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let sum = 0;
  return counts
    .toSorted((a, b) => b.count - a.count || rank(a.value) - rank(b.value) || names.compare(a.value, b.value))
    .map(({ value, count, n }) => {
      sum += count;
      return {
        value,
        count,
        n,
        rate: percent(count, n),
        share: percent(count, total),
        cumulative: percent(sum, total),
      };
    });
}

const rank = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);

export const readPareto = endpoint({
  method: 'GET',
  path: '/api/archive/pareto',
  access: 'viewer',
  summary: 'What went wrong most often, or where: most frequent first, with shares that add up',
  query: archiveFilter.extend({
    of: z.enum(paretoKinds).default('issue'),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
  }),
  response: z.object({
    of: z.enum(paretoKinds),
    /** All entries that were asked about. */
    n: z.int(),
    rows: z.array(paretoRow),
    /** How many more values there are than rows. */
    left: z.int(),
  }),
});
