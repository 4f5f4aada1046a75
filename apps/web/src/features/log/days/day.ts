import { showsPerDay } from '@monkey-tracker/contract/values';
import type { Show } from '@monkey-tracker/contract/shows';

type Scheduled = Pick<Show, 'id' | 'date' | 'time'>;

/** The shows of a date in order of time. */
export const showsOn = <S extends Scheduled>(shows: readonly S[], date: string): S[] =>
  shows.filter((show) => show.date === date).toSorted(inOrder);

/** The latest date before this one that has shows, with them; undefined where there is none. */
export function lastDayBefore<S extends Scheduled>(
  date: string,
  shows: readonly S[],
): { date: string; shows: S[] } | undefined {
  const last = shows.reduce((found, show) => (show.date < date && show.date > found ? show.date : found), '');
  if (last === '') return undefined;
  return {
    date: last,
    shows: shows
      .filter((show) => show.date === last)
      .toSorted(inOrder)
      .slice(0, showsPerDay),
  };
}

const inOrder = (a: Scheduled, b: Scheduled) => a.time.localeCompare(b.time) || (a.id < b.id ? -1 : 1);
