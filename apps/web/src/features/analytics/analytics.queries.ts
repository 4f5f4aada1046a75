import { readDelays } from '@monkey-tracker/contract/archive-delays';
import { compareArchive, type Period, readMetrics } from '@monkey-tracker/contract/archive-metrics';
import { type ParetoKind, readPareto } from '@monkey-tracker/contract/archive-pareto';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { type AnalyticsSearch, filterOf } from './analytics-search.ts';

/** Begins like the archive's own queries: a change of the archive makes all of them stale. */
const root = ['archive', 'analytics'];

export const metricsQuery = (search: AnalyticsSearch, by: Period) =>
  queryOptions({
    queryKey: [...root, 'metrics', filterOf(search), by],
    queryFn: ({ signal }) => call(readMetrics, { query: { ...filterOf(search), by } }, { signal }),
  });

export const paretoQuery = (search: AnalyticsSearch, of: ParetoKind) =>
  queryOptions({
    queryKey: [...root, 'pareto', filterOf(search), of],
    queryFn: ({ signal }) => call(readPareto, { query: { ...filterOf(search), of, limit: 20 } }, { signal }),
  });

export const delaysQuery = (search: AnalyticsSearch) =>
  queryOptions({
    queryKey: [...root, 'delays', filterOf(search)],
    queryFn: ({ signal }) => call(readDelays, { query: filterOf(search) }, { signal }),
  });

export const compareQuery = (search: AnalyticsSearch, than: { thanFrom?: string; thanTo?: string }) =>
  queryOptions({
    queryKey: [...root, 'compare', filterOf(search), than],
    queryFn: ({ signal }) => call(compareArchive, { query: { ...filterOf(search), ...than } }, { signal }),
  });
