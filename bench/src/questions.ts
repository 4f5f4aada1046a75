import type { Db } from '@monkey-tracker/db/client';
import { exportEntries } from '@monkey-tracker/server/src/domains/export/export.service.ts';
import { readPareto } from '@monkey-tracker/server/src/domains/metrics/distribution.service.ts';
import { listShows } from '@monkey-tracker/server/src/domains/metrics/listing.service.ts';
import { readMetrics } from '@monkey-tracker/server/src/domains/metrics/metrics.service.ts';
import { sql } from 'drizzle-orm';
import type { Question } from './measure.ts';

const sixtyDaysAgo = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);

/** Rate of completion and average delay of each period, straight from the snapshots. */
const rawMetrics = async (db: Db, format: string, from: string) => {
  const { rows } = await db.execute<{ key: string; rate: number; delay: number; low: number }>(sql`
    select key, 100 * sum(done)::float8 / sum(n)::float8 as rate, sum(delays)::float8 / sum(delayed)::float8 as delay,
      min(100 * done::float8 / n::float8) as low
    from (
      select a.id, to_char(a.show_date, ${format}) as key, count(*) as n,
        count(*) filter (where e->>'status' = 'Completed') as done,
        count(*) filter (where e->>'launched' = 'Yes') as launched, count(*) filter (where e->>'status' = 'Abort') as aborted,
        count(*) filter (where e->>'planned' = 'Yes') as planned, count(e->>'delaySec') as delayed,
        sum((e->>'delaySec')::numeric) as delays, max((e->>'delaySec')::float8) as longest
      from show_archive a, jsonb_array_elements(a.data->'entries') e where a.show_date >= ${from}::date group by a.id, 2
    ) shows group by key order by key`);
  return rows.map(({ key, rate, delay, low }) => [key, rate, delay, low]);
};
const keptMetrics = async (db: Db, by: 'day' | 'month', from: string) =>
  (await readMetrics(db, { by, from })).groups.map(({ key, metrics }) => [
    key,
    metrics.completionRate.value,
    metrics.avgDelaySec.value,
    metrics.completionRate.min,
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
    raw: (db) => rawMetrics(db, 'YYYY-MM-DD', sixtyDaysAgo),
  },
  {
    name: 'metrics by month over all',
    kept: (db) => keptMetrics(db, 'month', '1970-01-01'),
    raw: (db) => rawMetrics(db, 'YYYY-MM', '1970-01-01'),
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
  { name: 'export of all as CSV', kept: keptExport, raw: rawExport },
];
