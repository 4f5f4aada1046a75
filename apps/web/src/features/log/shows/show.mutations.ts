import { archiveShow, deleteShow, restoreShow } from '@monkey-tracker/contract/archive';
import { createShow, type Show } from '@monkey-tracker/contract/shows';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { fieldErrorsOf, isProblem } from '../../../api/problem-error.ts';
import { withoutShow, withShow } from '../log.cache.ts';
import { archiveQuery, patchShows } from '../log.queries.ts';
import { saveShow } from './save-show.ts';
import type { ShowValues } from './show-values.ts';

/** What a refusal says about which field. */
export function refusalsOf(error: unknown): Record<string, string> {
  if (isProblem(error, { code: 'shows.day_full' })) return { date: error.message };
  return fieldErrorsOf(error);
}

/** Puts the show of an answer in the list, without waiting for the stream to tell of it. */
function useTakeShow() {
  const client = useQueryClient();
  return (show: Show) => patchShows(client, (shows) => withShow(shows, show));
}

function useTakeAway() {
  const client = useQueryClient();
  return async ({ id }: { id: string }) => {
    patchShows(client, (shows) => withoutShow(shows, id));
    await client.invalidateQueries(archiveQuery);
  };
}

export function useCreateShow() {
  const onSuccess = useTakeShow();
  return useMutation({
    mutationFn: (body: ShowValues & { id: string }) => call(createShow, { body }),
    onSuccess,
  });
}

export function useSaveShow() {
  const onSuccess = useTakeShow();
  return useMutation({
    mutationFn: ({ base, values }: { base: Show; values: ShowValues }) => saveShow(base, values, onSuccess),
    onSuccess,
  });
}

export function useArchiveShow() {
  return useMutation({
    mutationFn: (id: string) => call(archiveShow, { params: { id } }),
    onSuccess: useTakeAway(),
  });
}

export function useDeleteShow() {
  return useMutation({
    mutationFn: (id: string) => call(deleteShow, { params: { id } }),
    onSuccess: useTakeAway(),
  });
}

export function useRestoreShow() {
  const client = useQueryClient();
  const take = useTakeShow();
  return useMutation({
    mutationFn: (id: string) => call(restoreShow, { params: { id } }),
    onSuccess: (show) => {
      take(show);
      return client.invalidateQueries(archiveQuery);
    },
  });
}
