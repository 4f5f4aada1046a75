import {
  createEntry,
  deleteEntry,
  type Entry,
  entry as entryShape,
  updateEntry,
} from '@monkey-tracker/contract/entries';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { fieldErrorsOf, isProblem } from '../../../api/problem-error.ts';
import { withEntry, withoutEntry } from '../log.cache.ts';
import { patchShows } from '../log.queries.ts';
import { entryBodyOf, type EntryValues } from './entry-values.ts';

/** What a refusal says about which field. */
export function refusalsOf(error: unknown): Record<string, string> {
  if (isProblem(error, { code: 'entries.pilot_taken' })) return { operator: error.message };
  return fieldErrorsOf(error);
}

function useTakeEntry(showId: string) {
  const client = useQueryClient();
  return (entry: Entry) => patchShows(client, (shows) => withEntry(shows, showId, entry));
}

export function useCreateEntry(showId: string) {
  return useMutation({
    mutationFn: ({ id, values }: { id: string; values: EntryValues }) =>
      call(createEntry, { params: { id: showId }, body: { ...entryBodyOf(values), id } }),
    onSuccess: useTakeEntry(showId),
  });
}

export function useSaveEntry(showId: string) {
  const take = useTakeEntry(showId);
  return useMutation({
    mutationFn: ({ base, values }: { base: Entry; values: EntryValues }) =>
      call(
        updateEntry,
        { params: { id: showId, entryId: base.id }, body: entryBodyOf(values) },
        { version: base.version },
      ),
    onSuccess: take,
    onError: (error) => {
      // A stale version: what the entry says now goes on the screen beside what was typed.
      if (!isProblem(error, { status: 412 })) return;
      const current = entryShape.safeParse(error.body.current);
      if (current.success) take(current.data);
    },
  });
}

export function useDeleteEntry(showId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Entry) =>
      call(deleteEntry, { params: { id: showId, entryId: id } }, { version }),
    onSuccess: (_, { id }) => patchShows(client, (shows) => withoutEntry(shows, showId, id)),
  });
}
