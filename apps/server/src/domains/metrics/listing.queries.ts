import type { ArchivedLine } from '@monkey-tracker/contract/archive-list';
import type { ArchiveFilter } from '@monkey-tracker/contract/archive-metrics';
import type { Sums } from '@monkey-tracker/contract/metrics';
import type { Db } from '@monkey-tracker/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { inRange, isUnfiltered, matching } from './filter.queries.ts';

/** Where a page ends: the next goes on with the shows before it. */
export type Place = Pick<ArchivedLine, 'date' | 'time' | 'id'>;

type Line = Omit<ArchivedLine, 'metrics'> & { sums: Sums };

interface Asked {
  filter: ArchiveFilter;
  q: string | undefined;
  before: Place | undefined;
  limit: number;
}

/** Whether a text contains what is looked for, by ICU's rules whatever the database's locale. */
const contains = (text: SQL, wanted: string) =>
  sql`position(lower(${wanted}::text collate "und-x-icu") in lower(${text} collate "und-x-icu")) > 0`;

const found = (wanted: string) =>
  sql`(${contains(
    sql`concat_ws(' ', t.show_date, t.label, t.lead_pilot, t.monkey_lead)`,
    wanted,
  )} or exists (select from archive_entry_facts e where e.show_id = t.show_id and ${contains(
    sql`concat_ws(' ', e.operator, e.unit_id, e.battery_id, e.primary_issue, e.sub_issue)`,
    wanted,
  )}))`;

/** Archived shows, the latest date, time and id first. */
export async function list(db: Db, { filter, q, before, limit }: Asked): Promise<Line[]> {
  const conditions = [
    inRange(filter, sql`t`),
    ...(isUnfiltered(filter)
      ? []
      : [sql`exists (select from ${matching(filter)} where f.show_id = t.show_id)`]),
    ...(q === undefined ? [] : [found(q)]),
    ...(before === undefined
      ? []
      : [
          sql`(t.show_date, t.show_time, t.show_id) < (${before.date}::date, ${before.time}, ${before.id}::uuid)`,
        ]),
  ];
  const { rows } = await db.execute<{ [K in keyof Line]: Line[K] }>(sql`
    select t.show_id as id, t.show_date::text as date, t.show_time as time, t.label, t.lead_pilot as "leadPilot",
      t.monkey_lead as "monkeyLead", epoch_ms(a.created_at)::float8 as "createdAt",
      epoch_ms(a.archived_at)::float8 as "archivedAt", epoch_ms(a.deleted_at)::float8 as "deletedAt",
      epoch_ms(a.created_at + make_interval(months => c.retention_months))::float8 as "purgedAt",
      json_build_object('entriesCount', t.entries_count, 'completedCount', t.completed_count,
        'noLaunchCount', t.no_launch_count, 'abortCount', t.abort_count, 'plannedCount', t.planned_count,
        'launchedCount', t.launched_count, 'delayCount', t.delay_count, 'delaySum', t.delay_sum_sec::text,
        'maxDelaySec', t.max_delay_sec) as sums
    from archive_show_totals t join show_archive a on a.id = t.show_id cross join app_config c
    where ${sql.join(conditions, sql` and `)}
    order by t.show_date desc, t.show_time desc, t.show_id desc limit ${limit}`);
  return rows;
}
