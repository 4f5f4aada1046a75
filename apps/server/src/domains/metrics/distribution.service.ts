import { type readDelays as delaysEndpoint, toDelaySteps } from '@monkey-tracker/contract/archive-delays';
import type { ArchiveFilter } from '@monkey-tracker/contract/archive-metrics';
import {
  isPlace,
  type readPareto as paretoEndpoint,
  toPareto,
} from '@monkey-tracker/contract/archive-pareto';
import type { Answer, Received } from '@monkey-tracker/contract/endpoint';
import type { Db } from '@monkey-tracker/db/client';
import { archiveOverdue } from '../archive/index.ts';
import * as queries from './distribution.queries.ts';
import { ensureRange } from './metrics.errors.ts';

/** What went wrong most often, or where. */
export async function readPareto(
  db: Db,
  { of, limit, ...filter }: Received<typeof paretoEndpoint>['query'],
): Promise<Answer<typeof paretoEndpoint>> {
  ensureRange(filter);
  await archiveOverdue(db);
  const { n, values } = await queries.countValues(db, of, filter);
  const counts = values.map(({ value, entries, issues }) =>
    isPlace(of) ? { value, count: issues, n: entries } : { value, count: entries, n },
  );
  return { of, n, rows: toPareto(counts).slice(0, limit), left: Math.max(0, counts.length - limit) };
}

/** How delays are distributed. */
export async function readDelays(db: Db, filter: ArchiveFilter): Promise<Answer<typeof delaysEndpoint>> {
  ensureRange(filter);
  await archiveOverdue(db);
  const { counts, ...others } = await queries.countDelays(db, filter);
  return { ...others, steps: toDelaySteps(counts) };
}
