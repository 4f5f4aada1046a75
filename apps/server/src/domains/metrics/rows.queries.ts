import type { ArchiveFilter } from '@monkey-tracker/contract/archive-metrics';
import { type MetricName, metrics } from '@monkey-tracker/contract/metrics';
import { type SQL, sql } from 'drizzle-orm';
import { inRange, matching } from './filter.queries.ts';

const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns of one metric: its value of a show, or its lowest and highest among the shows of a day. */
export const columnsOf = (name: MetricName) => ({
  value: sql.identifier(column(name)),
  lowest: sql.identifier(`lowest_${column(name)}`),
  highest: sql.identifier(`highest_${column(name)}`),
});

const ownRanges = sql.join(
  metrics.map(({ name }) => {
    const { value, lowest, highest } = columnsOf(name);
    return sql`${value}::float8 as ${lowest}, ${value}::float8 as ${highest}`;
  }),
  sql`, `,
);

/** One row for each show, from what the triggers keep. */
export const showRows = (filter: ArchiveFilter): SQL => sql`
  select m.*, ${ownRanges} from archive_show_metrics m where ${inRange(filter, sql`m`)}`;

/** One row for each day, from what the triggers keep. */
export const dayRows = (filter: ArchiveFilter): SQL => sql`
  select t.* from archive_daily_totals t where ${inRange(filter, sql`t`)}`;

/** One row for each show that has entries which match, counted from the facts. */
export const filteredRows = (filter: ArchiveFilter): SQL => sql`
  select m.*, ${ownRanges} from (
    select c.*, percent_of(completed_count, entries_count) as completion_rate,
      percent_of(launched_count, entries_count) as launch_rate, percent_of(abort_count, entries_count) as abort_rate,
      percent_of(completed_count, planned_count) as launch_success,
      average_of(delay_sum_sec, delay_count) as avg_delay_sec
    from (
      select s.show_id, s.show_date, s.show_time, s.label, s.shows_count, count(*) as entries_count,
        count(*) filter (where f.status = 'Completed') as completed_count,
        count(*) filter (where f.status = 'No-launch') as no_launch_count,
        count(*) filter (where f.status = 'Abort') as abort_count,
        count(*) filter (where f.planned = 'Yes') as planned_count,
        count(*) filter (where f.launched = 'Yes') as launched_count,
        count(f.delay_sec) as delay_count, coalesce(sum(f.delay_sec), 0) as delay_sum_sec,
        max(f.delay_sec)::float8 as max_delay_sec
      from ${matching(filter)} group by s.show_id
    ) c
  ) m`;
