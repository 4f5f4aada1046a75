import type { Show } from '@monkey-tracker/contract/shows';

/** The shows of a date in order of time. */
export const showsOn = (shows: readonly Show[], date: string): Show[] =>
  shows
    .filter((show) => show.date === date)
    .toSorted((a, b) => a.time.localeCompare(b.time) || (a.id < b.id ? -1 : 1));
