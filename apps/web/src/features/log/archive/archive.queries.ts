import { listArchivedShows, readArchivedShow } from '@monkey-tracker/contract/archive-list';
import { readCalendar } from '@monkey-tracker/contract/archive-metrics';
import { listAudit } from '@monkey-tracker/contract/audit';
import type { MetricName } from '@monkey-tracker/contract/metrics';
import { readRetention, updateRetention } from '@monkey-tracker/contract/retention';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { archiveQuery } from '../log.queries.ts';

/** Everything here is read anew when the archive changes. */
const [root] = archiveQuery.queryKey;

interface Range {
  q?: string;
  from?: string;
  to?: string;
}

export const archivedShowsQuery = ({ q, from, to }: Range) =>
  infiniteQueryOptions({
    queryKey: [root, 'shows', { q, from, to }],
    queryFn: ({ pageParam, signal }) =>
      call(listArchivedShows, { query: { q, from, to, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const archivedShowQuery = (id: string) =>
  queryOptions({
    queryKey: [root, 'show', id],
    queryFn: ({ signal }) => call(readArchivedShow, { params: { id } }, { signal }),
  });

export const calendarQuery = (metric: MetricName, from: string, to: string) =>
  queryOptions({
    queryKey: [root, 'calendar', { metric, from, to }],
    queryFn: ({ signal }) => call(readCalendar, { query: { metric, from, to } }, { signal }),
  });

/** Who changed what in a show, newest first; for administrators. */
export const historyQuery = (show: string) =>
  queryOptions({
    queryKey: [root, 'history', show],
    queryFn: async ({ signal }) =>
      (await call(listAudit, { query: { show, limit: 200 } }, { signal })).events,
  });

export const retentionQuery = queryOptions({
  queryKey: [root, 'retention'],
  queryFn: ({ signal }) => call(readRetention, {}, { signal }),
});

export function usePausePurge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (paused: boolean) => call(updateRetention, { body: { paused } }),
    onSuccess: (retention) => client.setQueryData(retentionQuery.queryKey, retention),
  });
}
