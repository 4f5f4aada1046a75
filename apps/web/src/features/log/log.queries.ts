import { listArchive } from '@monkey-tracker/contract/archive';
import { readLineup } from '@monkey-tracker/contract/lineup';
import { listShows, type Show } from '@monkey-tracker/contract/shows';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { keptOnDevice } from '../../api/kept.ts';

/** All active shows with their entries: a few days' worth. Days and shows are read from this one list. */
export const showsQuery = queryOptions({
  queryKey: ['shows'],
  ...keptOnDevice,
  queryFn: async ({ signal }) => (await call(listShows, {}, { signal })).shows,
});

/** What each pilot flew last, in shows that are archived too. */
export const lineupQuery = queryOptions({
  queryKey: ['lineup'],
  ...keptOnDevice,
  queryFn: async ({ signal }) => (await call(readLineup, {}, { signal })).pilots,
});

export const archiveQuery = queryOptions({
  queryKey: ['archive'],
  queryFn: async ({ signal }) => (await call(listArchive, {}, { signal })).shows,
});

/**
 * Changes the list of active shows in place. An answer that is on its way may be older than the change: it is
 * asked for anew.
 */
export function patchShows(client: QueryClient, patch: (shows: Show[]) => Show[]): void {
  client.setQueryData(showsQuery.queryKey, (shows) => shows && patch(shows));
  if (client.isFetching(showsQuery) > 0) void client.invalidateQueries(showsQuery);
}
