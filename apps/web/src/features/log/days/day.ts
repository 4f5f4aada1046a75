import type { Show } from '@monkey-tracker/contract/shows';

/** The shows of a date in order of time. */
export const showsOn = <S extends Pick<Show, 'id' | 'date' | 'time'>>(
  shows: readonly S[],
  date: string,
): S[] =>
  shows
    .filter((show) => show.date === date)
    .toSorted((a, b) => a.time.localeCompare(b.time) || (a.id < b.id ? -1 : 1));
