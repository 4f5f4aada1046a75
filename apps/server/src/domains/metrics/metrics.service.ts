import {
  type compareArchive,
  mostGroups,
  type readCalendar as calendarEndpoint,
  type readMetrics as metricsEndpoint,
} from '@monkey-tracker/contract/archive-metrics';
import type { Answer, Received } from '@monkey-tracker/contract/endpoint';
import type { Db } from '@monkey-tracker/db/client';
import { archiveOverdue } from '../archive/index.ts';
import { ensureRange, tooManyGroups } from './metrics.errors.ts';
import * as queries from './metrics.queries.ts';
import { merged, summaryOf } from './summary.ts';

/** The numbers of each group and of all together; shows whose time has come count, swept or not. */
export async function readMetrics(
  db: Db,
  { by, ...filter }: Received<typeof metricsEndpoint>['query'],
): Promise<Answer<typeof metricsEndpoint>> {
  ensureRange(filter);
  await archiveOverdue(db);
  const counted = await queries.listGroups(db, by, filter, mostGroups + 1);
  if (counted.length > mostGroups) throw tooManyGroups();
  const groups = counted.map(({ key, from, to, show, ...sums }) => ({
    key,
    from,
    to,
    show,
    ...summaryOf(sums),
  }));
  return { by, groups, total: summaryOf(merged(counted)) };
}

/** One metric of each day. */
export async function readCalendar(
  db: Db,
  { metric, ...filter }: Received<typeof calendarEndpoint>['query'],
): Promise<Answer<typeof calendarEndpoint>> {
  const { groups } = await readMetrics(db, { ...filter, by: 'day' });
  const days = groups.map(({ key, showsCount, metrics }) => ({ date: key, showsCount, ...metrics[metric] }));
  return { metric, days };
}

/** The numbers of two ranges, under the same filters. */
export async function compare(
  db: Db,
  { thanFrom, thanTo, ...filter }: Received<typeof compareArchive>['query'],
): Promise<Answer<typeof compareArchive>> {
  const than = { ...filter, from: thanFrom, to: thanTo };
  ensureRange(than, 'thanTo');
  const [one, other] = [
    await readMetrics(db, { ...filter, by: 'month' }),
    await readMetrics(db, { ...than, by: 'month' }),
  ];
  return { range: one.total, than: other.total };
}
