import type { ArchiveFilter, Group, Period } from '@monkey-tracker/contract/archive-metrics';
import { metrics } from '@monkey-tracker/contract/metrics';
import type { Db } from '@monkey-tracker/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { inRange, isUnfiltered, matching } from './filter.queries.ts';
import { columnsOf, dayRows, filteredRows, showRows } from './rows.queries.ts';
import type { Counted } from './summary.ts';

export type CountedGroup = Counted & Pick<Group, 'key' | 'from' | 'to' | 'show'>;

interface Grouping {
  /** What tells one group from another, of a row `r`. */
  key: SQL;
  order: SQL;
  /** JSON of key, bounds and show, of a group's rows. */
  head: SQL;
}

const ofShows: Grouping = {
  key: sql`r.show_id`,
  order: sql`min(r.show_date), min(r.show_time), r.show_id`,
  head: sql`r.show_id::text as key, min(r.show_date)::text as "from", min(r.show_date)::text as "to",
    json_build_object('id', r.show_id, 'time', min(r.show_time), 'label', min(r.label),
      'purged', not exists (select from show_archive a where a.id = r.show_id)) as show`,
};

const formats = { day: 'YYYY-MM-DD', week: 'IYYY-"W"IW', month: 'YYYY-MM' };

const ofDates = (by: Exclude<Period, 'show'>): Grouping => {
  // As text of our own, not as parameters: the same expression must be recognised in every place.
  const first = sql`date_trunc(${sql.raw(`'${by}'`)}, r.show_date::timestamp)`;
  return {
    key: first,
    order: first,
    head: sql`to_char(${first}, ${sql.raw(`'${formats[by]}'`)}) as key, to_char(${first}, 'YYYY-MM-DD') as "from",
      to_char(${first} + interval ${sql.raw(`'1 ${by}'`)} - interval '1 day', 'YYYY-MM-DD') as "to", null::json as show`,
  };
};

const ranges = sql.join(
  metrics.flatMap(({ name }) => {
    const { lowest, highest } = columnsOf(name);
    return [sql.raw(`'${name}'`), sql`json_build_array(min(r.${lowest}), max(r.${highest}))`];
  }),
  sql`, `,
);

const sums = sql`json_build_object(
  'entriesCount', sum(r.entries_count), 'completedCount', sum(r.completed_count),
  'noLaunchCount', sum(r.no_launch_count), 'abortCount', sum(r.abort_count), 'plannedCount', sum(r.planned_count),
  'launchedCount', sum(r.launched_count), 'delayCount', sum(r.delay_count), 'delaySum', sum(r.delay_sum_sec)::text,
  'maxDelaySec', max(r.max_delay_sec))`;

/** The issues of each row: of a day from the kept counts, of a show from its entries. */
function issueRows(by: Period, filter: ArchiveFilter): SQL {
  if (by !== 'show' && isUnfiltered(filter)) {
    return sql`select c.show_date, c.value as issue, c.entries_count as count, c.lowest_rate, c.highest_rate
      from archive_daily_counts c where c.dimension = 'issue' and ${inRange(filter, sql`c`)}`;
  }
  return sql`select r.show_date, r.show_id, i.issue, i.count, percent_of(i.count, r.entries_count) as lowest_rate,
      percent_of(i.count, r.entries_count) as highest_rate
    from (select f.show_id, f.primary_issue as issue, count(*) as count from ${matching(filter)}
      where f.primary_issue <> '' group by 1, 2) i join counted r on r.show_id = i.show_id`;
}

function rowsOf(by: Period, filter: ArchiveFilter): SQL {
  if (!isUnfiltered(filter)) return filteredRows(filter);
  return by === 'show' ? showRows(filter) : dayRows(filter);
}

/** What was counted for each group, the earliest first; no more than `limit`. */
export async function listGroups(
  db: Db,
  by: Period,
  filter: ArchiveFilter,
  limit: number,
): Promise<CountedGroup[]> {
  const { key, order, head } = by === 'show' ? ofShows : ofDates(by);
  const { rows } = await db.execute<{ [K in keyof CountedGroup]: CountedGroup[K] }>(sql`
    with counted as materialized (${rowsOf(by, filter)}),
    issue_counts as (
      select ${key} as id, r.issue, json_build_object('count', sum(r.count), 'parts', count(*),
        'range', json_build_array(min(r.lowest_rate), max(r.highest_rate))) as counts
      from (${issueRows(by, filter)}) r group by 1, 2),
    issues as (select id, json_object_agg(issue, counts) as issues from issue_counts group by id),
    groups as (
      select ${key} as id, row_number() over (order by ${order}) as place, ${head}, ${sums} as sums,
        sum(r.shows_count)::int as "showsCount", (count(*) filter (where r.entries_count > 0))::int as parts,
        json_build_object(${ranges}) as ranges
      from counted r group by ${key} order by place limit ${limit})
    select key, "from", "to", show, sums, "showsCount", parts, ranges, coalesce(issues, '{}') as issues
    from groups left join issues using (id) order by place`);
  return rows;
}
