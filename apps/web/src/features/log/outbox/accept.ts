import { entry } from '@monkey-tracker/contract/entries';
import { show } from '@monkey-tracker/contract/shows';
import type { QueryClient } from '@tanstack/react-query';
import { withEntry, withoutEntry, withoutShow, withShow } from '../log.cache.ts';
import { archiveQuery, patchShows } from '../log.queries.ts';
import type { LogMemo } from './memo.ts';

/** Puts what the server answered to a change into the list of shows, without waiting for the stream to tell of it. */
export function accept(client: QueryClient, memo: LogMemo, answer: unknown): void {
  switch (memo.kind) {
    case 'createEntry':
    case 'updateEntry': {
      const told = entry.safeParse(answer).data;
      if (told) patchShows(client, (shows) => withEntry(shows, memo.showId, told));
      return;
    }
    case 'deleteEntry':
      return patchShows(client, (shows) => withoutEntry(shows, memo.showId, memo.base.id));
    case 'archiveShow':
    case 'deleteShow':
      patchShows(client, (shows) => withoutShow(shows, memo.show.id));
      return void client.invalidateQueries(archiveQuery);
    case 'restoreShow':
      void client.invalidateQueries(archiveQuery);
  }
  const told = show.safeParse(answer).data;
  if (told) patchShows(client, (shows) => withShow(shows, told));
}
