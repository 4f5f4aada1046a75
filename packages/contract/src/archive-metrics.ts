import { z } from 'zod';
import { calendarDate } from './calendar.ts';
import { endpoint } from './endpoint.ts';
import { type MetricName, metrics } from './metrics.ts';
import { storable } from './text.ts';
import { primaryIssues, severities } from './values.ts';

const name = storable(200).min(1).optional();

/** Which archived entries a question is about. Dates are the show's own, both included; all must hold together. */
export const archiveFilter = z.strictObject({
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  issue: z.enum(primaryIssues).optional(),
  severity: z.enum(severities).optional(),
  unit: name,
  operator: name,
  lead: name,
  monkeyLead: name,
  label: name,
});
export type ArchiveFilter = z.output<typeof archiveFilter>;

export const periods = ['show', 'day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

/** At most this many groups in one answer: ten years of days fit. */
export const mostGroups = 4_000;

const metricNames = metrics.map((metric) => metric.name) as [MetricName, ...MetricName[]];

/**
 * A number of a group: its value, the count it rests on, and the lowest and highest value of the same metric among the
 * group's shows, null where no show has one.
 */
const measure = z.object({
  value: z.number().nullable(),
  n: z.int(),
  min: z.number().nullable(),
  max: z.number().nullable(),
});
export type Measure = z.output<typeof measure>;

/** The numbers of a set of archived entries and of the shows they stand in. */
const summary = z.object({
  showsCount: z.int(),
  metrics: z.record(z.enum(metricNames), measure),
  /** The issues that occurred, most frequent first. */
  issues: z.array(
    z.object({
      issue: z.enum(primaryIssues),
      count: z.int(),
      n: z.int(),
      rate: z.number(),
      min: z.number().nullable(),
      max: z.number().nullable(),
    }),
  ),
});
export type Summary = z.output<typeof summary>;

const group = summary.extend({
  /** The show's id, `2026-11-20`, `2026-W47` (ISO 8601) or `2026-11`. */
  key: z.string(),
  /** First and last day of the period. */
  from: z.string(),
  to: z.string(),
  /** Grouped by show only; of a purged one the numbers are left. */
  show: z.object({ id: z.uuid(), time: z.string(), label: z.string(), purged: z.boolean() }).nullable(),
});
export type Group = z.output<typeof group>;

export const readMetrics = endpoint({
  method: 'GET',
  path: '/api/archive/metrics',
  access: 'viewer',
  summary: "The dictionary's numbers of the archive for each show, day, week or month, with n, min and max",
  query: archiveFilter.extend({ by: z.enum(periods).default('day') }),
  response: z.object({ by: z.enum(periods), groups: z.array(group), total: summary }),
});

export const readCalendar = endpoint({
  method: 'GET',
  path: '/api/archive/calendar',
  access: 'viewer',
  summary: 'One metric for each day of the archive',
  query: archiveFilter.extend({ metric: z.enum(metricNames).default('completionRate') }),
  response: z.object({
    metric: z.enum(metricNames),
    days: z.array(measure.extend({ date: z.string(), showsCount: z.int() })),
  }),
});

export const compareArchive = endpoint({
  method: 'GET',
  path: '/api/archive/compare',
  access: 'viewer',
  summary: 'The numbers of two ranges of dates under the same filters',
  query: archiveFilter.extend({ thanFrom: calendarDate.optional(), thanTo: calendarDate.optional() }),
  response: z.object({ range: summary, than: summary }),
});
