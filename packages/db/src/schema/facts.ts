import { metrics } from '@monkey-tracker/contract/metrics';
import {
  date,
  doublePrecision,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';

/** What a number rests on: counts, the exact sum of delays, the longest. They add up to those of any larger set. */
const sums = () => ({
  entriesCount: integer('entries_count').notNull().default(0),
  completedCount: integer('completed_count').notNull().default(0),
  noLaunchCount: integer('no_launch_count').notNull().default(0),
  abortCount: integer('abort_count').notNull().default(0),
  plannedCount: integer('planned_count').notNull().default(0),
  launchedCount: integer('launched_count').notNull().default(0),
  delayCount: integer('delay_count').notNull().default(0),
  delaySumSec: numeric('delay_sum_sec').notNull().default('0'),
  maxDelaySec: doublePrecision('max_delay_sec'),
});

/** The lowest and the highest value of a metric among the shows of a day. */
const ranges = () =>
  Object.fromEntries(
    metrics.flatMap(({ name }) => {
      const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return [`lowest_${column}`, `highest_${column}`].map((one) => [one, doublePrecision(one)]);
    }),
  );

/** One row for each show that is or was in the archive; triggers keep it, and retention leaves it. */
export const archiveShowTotals = pgTable(
  'archive_show_totals',
  {
    showId: uuid('show_id').primaryKey(),
    showDate: date('show_date', { mode: 'string' }).notNull(),
    showTime: text('show_time').notNull().default(''),
    label: text('label').notNull().default(''),
    leadPilot: text('lead_pilot').notNull().default(''),
    monkeyLead: text('monkey_lead').notNull().default(''),
    /** More than 1 only for the days that were purged before shows were kept apart. */
    showsCount: integer('shows_count').notNull().default(1),
    ...sums(),
  },
  (table) => [index('archive_show_totals_order').on(table.showDate, table.showTime, table.showId)],
);

/** One narrow row for each archived entry: what filters and Paretos ask for, no free text and no times of day. */
export const archiveEntryFacts = pgTable(
  'archive_entry_facts',
  {
    showId: uuid('show_id').notNull(),
    place: smallint('place').notNull(),
    showDate: date('show_date', { mode: 'string' }).notNull(),
    planned: text('planned').notNull(),
    launched: text('launched').notNull(),
    status: text('status').notNull(),
    primaryIssue: text('primary_issue').notNull(),
    subIssue: text('sub_issue').notNull(),
    severity: text('severity').notNull(),
    rootCause: text('root_cause').notNull(),
    actions: text('actions').array().notNull(),
    unitId: text('unit_id').notNull(),
    operator: text('operator').notNull(),
    batteryId: text('battery_id').notNull(),
    delaySec: numeric('delay_sec'),
  },
  (table) => [
    primaryKey({ columns: [table.showId, table.place] }),
    index('archive_entry_facts_show_date_index').on(table.showDate),
  ],
);

/** The numbers of each show date: what a question without filters is answered from, over ten years as well. */
export const archiveDailyTotals = pgTable('archive_daily_totals', {
  showDate: date('show_date', { mode: 'string' }).primaryKey(),
  showsCount: integer('shows_count').notNull().default(0),
  ...sums(),
  ...ranges(),
});

/** For each show date, how often each issue, unit, action … stood on an entry, and how often with an issue. */
export const archiveDailyCounts = pgTable(
  'archive_daily_counts',
  {
    dimension: text('dimension').notNull(),
    showDate: date('show_date', { mode: 'string' }).notNull(),
    value: text('value').notNull(),
    entriesCount: integer('entries_count').notNull(),
    issuesCount: integer('issues_count').notNull(),
    /** Percent of a show's entries, among the shows of the day; 0 where a show had none. */
    lowestRate: doublePrecision('lowest_rate').notNull(),
    highestRate: doublePrecision('highest_rate').notNull(),
  },
  (table) => [
    // A day is computed anew as a whole; a question is about one dimension.
    primaryKey({ columns: [table.showDate, table.dimension, table.value] }),
    index('archive_daily_counts_dimension_index').on(table.dimension, table.showDate),
  ],
);
