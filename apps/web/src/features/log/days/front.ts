import { venueDate, venueMoment } from '@monkey-tracker/contract/calendar';
import type { Show } from '@monkey-tracker/contract/shows';

/** Nobody writes down when a show ends: it counts as running until the next one starts, at most this long. */
const runsForMs = 2 * 3_600_000;

export type Phase = 'over' | 'running' | 'next' | 'later';

/** A show with the moment of its start and its place in time. */
export interface Timed<S> {
  show: S;
  start: number;
  phase: Phase;
}

type Scheduled = Pick<Show, 'id' | 'date' | 'time'>;

/** The shows in order of their start, each with its place in time at `now`; last edits play no part. */
export function inTime<S extends Scheduled>(shows: readonly S[], now: number, timeZone: string): Timed<S>[] {
  const sorted = shows
    .map((show) => ({ show, start: venueMoment(show.date, show.time, timeZone) }))
    .toSorted((a, b) => a.start - b.start || (a.show.id < b.show.id ? -1 : 1));
  const latestStart = sorted.findLast(({ start }) => start <= now)?.start ?? 0;
  const nextStart = sorted.find(({ start }) => start > now)?.start;
  const phaseOf = (start: number): Phase => {
    if (start > now) return start === nextStart ? 'next' : 'later';
    return start === latestStart && now - start < runsForMs ? 'running' : 'over';
  };
  return sorted.map((one) => ({ ...one, phase: phaseOf(one.start) }));
}

/**
 * The show that matters now: the running one, though it began before midnight; else today's next one; else
 * today's last one.
 */
export function frontOf<S extends Scheduled>(
  timed: readonly Timed<S>[],
  now: number,
  timeZone: string,
): Timed<S> | undefined {
  const today = venueDate(now, timeZone);
  const ofToday = timed.filter(({ show }) => show.date === today);
  return (
    timed.find(({ phase }) => phase === 'running') ??
    ofToday.find(({ phase }) => phase === 'next') ??
    ofToday.findLast(({ phase }) => phase === 'over')
  );
}

const countdownFromMin = 60;

/** What a show is at this moment, in words: `Running since 20:00`, `Starts in 12 min`, `Next, 21:30`. */
export function phaseInWords(
  { show, start, phase }: Timed<Pick<Show, 'date' | 'time'>>,
  now: number,
  timeZone: string,
): string {
  const day = show.date === venueDate(now, timeZone) ? '' : ` on ${show.date}`;
  if (phase === 'running') return `Running since ${show.time}${day}`;
  if (phase === 'over') return `Started at ${show.time}${day}`;
  const minutes = Math.ceil((start - now) / 60_000);
  if (minutes <= countdownFromMin) return `Starts in ${minutes} min`;
  return `${phase === 'next' ? 'Next' : 'Later'}, ${show.time}${day}`;
}
