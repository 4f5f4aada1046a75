import { delaySteps } from '@monkey-tracker/contract/archive-delays';
import type { ArchiveFilter } from '@monkey-tracker/contract/archive-metrics';
import type { ParetoKind } from '@monkey-tracker/contract/archive-pareto';
import type { Db } from '@monkey-tracker/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { inRange, isUnfiltered, matching } from './filter.queries.ts';

interface ValueCounts {
  /** All entries that were asked about. */
  n: number;
  values: { value: string; entries: number; issues: number }[];
}

/** How many entries have each value, and how many of these have an issue. */
export async function countValues(db: Db, of: ParetoKind, filter: ArchiveFilter): Promise<ValueCounts> {
  const [n, counts]: [SQL, SQL] = isUnfiltered(filter)
    ? [
        sql`select sum(t.entries_count) from archive_daily_totals t where ${inRange(filter, sql`t`)}`,
        sql`select c.value, sum(c.entries_count)::int as entries, sum(c.issues_count)::int as issues
          from archive_daily_counts c where c.dimension = ${of} and ${inRange(filter, sql`c`)} group by 1`,
      ]
    : [
        sql`select count(*) from ${matching(filter)}`,
        sql`select v.value, count(*)::int as entries, (count(*) filter (where v.has_issue))::int as issues
          from archive_entry_values v join (select f.show_id, f.place from ${matching(filter)}) m using (show_id, place)
          where v.dimension = ${of} group by 1`,
      ];
  const { rows } = await db.execute<{ n: number; values: ValueCounts['values'] }>(sql`
    select coalesce((${n}), 0)::int as n, coalesce((select json_agg(c) from (${counts}) c), '[]') as values`);
  return rows[0] ?? { n: 0, values: [] };
}

interface DelayCounts {
  n: number;
  missing: number;
  median: number | null;
  ninetieth: number | null;
  counts: number[];
}

export async function countDelays(db: Db, filter: ArchiveFilter): Promise<DelayCounts> {
  const from = sql`array[${sql.join(
    delaySteps.map((step) => sql`${step}::numeric`),
    sql`, `,
  )}]`;
  const { rows } = await db.execute<{ [K in keyof DelayCounts]: DelayCounts[K] }>(sql`
    with delays as materialized (select f.delay_sec from ${matching(filter)}),
    counts as (select width_bucket(delay_sec, ${from}) as step, count(*) as count from delays
      where delay_sec is not null group by 1)
    select count(delay_sec)::int as n, (count(*) - count(delay_sec))::int as missing,
      (percentile_disc(0.5) within group (order by delay_sec))::float8 as median,
      (percentile_disc(0.9) within group (order by delay_sec))::float8 as ninetieth,
      array(select coalesce(c.count, 0)::int from generate_series(1, ${delaySteps.length}::int) s
        left join counts c on c.step = s order by s) as counts
    from delays`);
  if (!rows[0]) throw new Error('an aggregate gave no row');
  return rows[0];
}
