import { type MetricName, metrics, metricsFromSums, type Sums } from '@monkey-tracker/contract/metrics';
import type { Db } from '@monkey-tracker/db/client';
import { exportEntries } from '@monkey-tracker/server/src/domains/export/export.service.ts';
import { readPareto } from '@monkey-tracker/server/src/domains/metrics/distribution.service.ts';
import { listShows } from '@monkey-tracker/server/src/domains/metrics/listing.service.ts';
import { readMetrics } from '@monkey-tracker/server/src/domains/metrics/metrics.service.ts';
import { sql } from 'drizzle-orm';
import type { Question } from './measure.ts';

const sixtyDaysAgo = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);

const derived: Partial<Record<MetricName, string>> = {
  completionRate: 'percent_of("completedCount", "entriesCount")',
  launchRate: 'percent_of("launchedCount", "entriesCount")',
  abortRate: 'percent_of("abortCount", "entriesCount")',
  launchSuccess: 'percent_of("completedCount", "plannedCount")',
  avgDelaySec: 'average_of(delays, "delayCount")',
};
const ofShow = metrics.map(({ name }) => derived[name] ?? `"${name}"`);
const ranges = ofShow.map((value) => `json_build_array(min(${value}), max(${value}))`).join(', ');

/** Each metric's value, lowest and highest for each period, and its issues, straight from the snapshots. */
const rawMetrics = async (db: Db, by: 'day' | 'month', from: string) => {
  const { rows } = await db.execute<{
    key: string;
    sums: Sums;
    ranges: unknown[];
    issues: Record<string, number> | null;
  }>(
    sql.raw(`
    with lines as materialized (
      select a.id, date_trunc('${by}', a.show_date::timestamp) as period, e
      from show_archive a, jsonb_array_elements(a.data->'entries') e where a.show_date >= '${from}'
    ), shows as (
      select id, period, count(*) as "entriesCount", count(*) filter (where e->>'status' = 'Completed') as "completedCount",
        count(*) filter (where e->>'status' = 'No-launch') as "noLaunchCount",
        count(*) filter (where e->>'status' = 'Abort') as "abortCount",
        count(*) filter (where e->>'planned' = 'Yes') as "plannedCount",
        count(*) filter (where e->>'launched' = 'Yes') as "launchedCount", count(e->>'delaySec') as "delayCount",
        coalesce(sum((e->>'delaySec')::numeric), 0) as delays, max((e->>'delaySec')::float8) as "maxDelaySec"
      from lines group by 1, 2
    ), issues as (
      select period, json_object_agg(issue, n) as issues from (
        select period, e->>'primaryIssue' as issue, count(*) as n from lines where e->>'primaryIssue' <> '' group by 1, 2
      ) counted group by 1
    )
    select to_char(period, '${by === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM'}') as key, issues::jsonb as issues,
      json_build_array(${ranges}) as ranges,
      json_build_object('entriesCount', sum("entriesCount"), 'completedCount', sum("completedCount"),
        'noLaunchCount', sum("noLaunchCount"), 'abortCount', sum("abortCount"), 'plannedCount', sum("plannedCount"),
        'launchedCount', sum("launchedCount"), 'delayCount', sum("delayCount"), 'delaySum', sum(delays)::text,
        'maxDelaySec', max("maxDelaySec")) as sums
    from shows left join issues using (period) group by period, issues::jsonb order by period`),
  );
  return rows.map(({ key, sums, ranges, issues }) => [
    key,
    Object.entries(metricsFromSums(sums)).toSorted(),
    ranges,
    Object.entries(issues ?? {}).toSorted(),
  ]);
};
const keptMetrics = async (db: Db, by: 'day' | 'month', from: string) =>
  (await readMetrics(db, { by, from })).groups.map(({ key, metrics: found, issues }) => [
    key,
    metrics.map(({ name }) => [name, found[name].value]).toSorted(),
    metrics.map(({ name }) => [found[name].min, found[name].max]),
    issues.map(({ issue, count }) => [issue, count]).toSorted(),
  ]);

const rawPareto = async (db: Db) => {
  const { rows } = await db.execute<{ value: string; count: number }>(sql`
    select e->>'primaryIssue' as value, count(*)::int as count
    from show_archive a, jsonb_array_elements(a.data->'entries') e where e->>'primaryIssue' <> '' group by 1`);
  return rows.map(({ value, count }) => `${value} ${count}`).toSorted();
};

const rawPage = async (db: Db) => {
  const { rows } = await db.execute<{ id: string; done: number }>(sql`
    select a.id, (select count(*) filter (where e->>'status' = 'Completed') from jsonb_array_elements(a.data->'entries') e)::int
      as done, a.data->>'label' as label
    from show_archive a order by a.show_date desc, a.data->>'time' desc, a.id desc limit 50`);
  return rows.map(({ id, done }) => [id, done]);
};

/** All snapshots as one list, as the old server sent them. */
const rawExport = async (db: Db) => {
  const { rows } = await db.execute<{ data: { entries: unknown[] } }>(sql`
    select archived_json(a) as data from show_archive a order by a.show_date, a.id`);
  const text = JSON.stringify(rows.map(({ data }) => data));
  return text.length > 0 ? rows.reduce((sum, { data }) => sum + data.entries.length, 0) : 0;
};
const keptExport = async (db: Db) => {
  const { content } = await exportEntries(db, {
    scope: 'archive',
    format: 'csv',
    columns: 'standard',
    bom: false,
  });
  let lines = -1;
  for await (const text of content) lines += String(text).split('\n').length - 1;
  return lines;
};

export const questions: Question[] = [
  {
    name: 'metrics by day over 60 days',
    kept: (db) => keptMetrics(db, 'day', sixtyDaysAgo),
    raw: (db) => rawMetrics(db, 'day', sixtyDaysAgo),
  },
  {
    name: 'metrics by month over all',
    kept: (db) => keptMetrics(db, 'month', '1970-01-01'),
    raw: (db) => rawMetrics(db, 'month', '1970-01-01'),
  },
  {
    name: 'Pareto of issues over all',
    kept: async (db) =>
      (await readPareto(db, { of: 'issue', limit: 100 })).rows
        .map(({ value, count }) => `${value} ${count}`)
        .toSorted(),
    raw: rawPareto,
  },
  {
    name: 'first page of the archive',
    kept: async (db) =>
      (await listShows(db, { limit: 50 })).shows.map(({ id, metrics }) => [id, metrics.completedCount]),
    raw: rawPage,
  },
  { name: 'export of all as CSV', kept: keptExport, raw: rawExport, rawUpTo: 1_000_000 },
];
