import type { Entry } from '@monkey-tracker/contract/entries';
import type { Show } from '@monkey-tracker/contract/shows';

/** The changes to the page's list of active shows. Each can come twice, from an answer and from the stream. */

export function withShow(shows: readonly Show[], show: Show): Show[] {
  const known = shows.find(({ id }) => id === show.id);
  if (!known) return [...shows, show];
  return shows.map((one) => (one === known && show.version > one.version ? show : one));
}

export const withoutShow = (shows: readonly Show[], id: string): Show[] =>
  shows.filter((show) => show.id !== id);

export function withEntry(shows: readonly Show[], showId: string, entry: Entry): Show[] {
  return ofShow(shows, showId, (entries) => {
    const known = entries.find(({ id }) => id === entry.id);
    if (known && known.version >= entry.version) return entries;
    return [...entries.filter((one) => one !== known), entry].toSorted(inOrder);
  });
}

export const withoutEntry = (shows: readonly Show[], showId: string, entryId: string): Show[] =>
  ofShow(shows, showId, (entries) => entries.filter(({ id }) => id !== entryId));

/** As the server orders them: when it happened, then the id. */
const inOrder = (a: Entry, b: Entry) => a.ts - b.ts || (a.id < b.id ? -1 : 1);

function ofShow(shows: readonly Show[], id: string, change: (entries: Entry[]) => Entry[]): Show[] {
  return shows.map((show) => (show.id === id ? { ...show, entries: change(show.entries) } : show));
}
