import { entry } from '@monkey-tracker/contract/entries';
import type { LiveEvent } from '@monkey-tracker/contract/events';
import { show } from '@monkey-tracker/contract/shows';
import type { QueryClient } from '@tanstack/react-query';
import { withEntry, withoutEntry, withoutShow, withShow } from './log.cache.ts';
import { archiveQuery, patchShows, showsQuery } from './log.queries.ts';

/** Brings the shows, entries and archive of this page up to date with a change that happened. */
export function applyToLog(client: QueryClient, { type, subjectId, showId, after }: LiveEvent): void {
  switch (type) {
    case 'show.restored':
      void client.invalidateQueries(archiveQuery);
      return applyShow(client, after);
    case 'show.created':
    case 'show.updated':
      return applyShow(client, after);
    case 'show.archived':
    case 'show.deleted':
      patchShows(client, (shows) => withoutShow(shows, subjectId ?? ''));
      return void client.invalidateQueries(archiveQuery);
    case 'entry.created':
    case 'entry.updated':
      return applyEntry(client, showId, after);
    case 'entry.deleted':
      return patchShows(client, (shows) => withoutEntry(shows, showId ?? '', subjectId ?? ''));
    case 'archive.imported':
    case 'archive.purged':
    case 'demo.created':
    case 'demo.removed':
      void client.invalidateQueries(archiveQuery);
      return void client.invalidateQueries(showsQuery);
    // When a show leaves the log, and on which day it lies, hangs on the venue's settings.
    case 'config.updated':
      return void client.invalidateQueries(showsQuery);
  }
}

function applyShow(client: QueryClient, after: unknown): void {
  const told = show.safeParse(after);
  if (told.success) patchShows(client, (shows) => withShow(shows, told.data));
  else void client.invalidateQueries(showsQuery);
}

function applyEntry(client: QueryClient, showId: string | null, after: unknown): void {
  const told = entry.safeParse(after);
  if (told.success) patchShows(client, (shows) => withEntry(shows, showId ?? '', told.data));
  else void client.invalidateQueries(showsQuery);
}
