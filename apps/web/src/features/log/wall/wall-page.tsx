import { venueDate, venueTime } from '@monkey-tracker/contract/calendar';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useNow } from '../../../api/now.ts';
import { useTimeZone } from '../../../api/venue.ts';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { frontOf, inTime } from '../days/front.ts';
import { dateInWords } from '../days/calendar-days.ts';
import { useShows } from '../log.changes.ts';
import type { LoggedShow } from '../log.record.ts';
import { useWakeLock } from './wake-lock.ts';
import { WallBoard } from './wall-board.tsx';
import { WallFooter } from './wall-footer.tsx';

/** The wall of today: the running or next show, one after the other. */
export function WallPage() {
  return <Wall />;
}

/** The wall of one show. */
export function WallOfShow() {
  const { id } = useParams({ from: '/bare/wall/$id' });
  return <Wall id={id} />;
}

function useEscape() {
  const navigate = useNavigate();
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') void navigate({ to: paths.today });
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [navigate]);
}

function Wall({ id }: { id?: string }) {
  useWakeLock();
  useEscape();
  const query = useShows();
  const timeZone = useTimeZone();
  return (
    <main className="wall">
      <title>Wall display · Monkey Tracker</title>
      <Loaded query={query} what="Loading the shows">
        {(shows) => timeZone && <Board shows={shows} id={id} timeZone={timeZone} />}
      </Loaded>
      {timeZone && <WallFooter timeZone={timeZone} />}
    </main>
  );
}

function Board({ shows, id, timeZone }: { shows: LoggedShow[]; id: string | undefined; timeZone: string }) {
  const now = useNow(1_000);
  const timed = inTime(shows, now, timeZone);
  const found = id === undefined ? frontOf(timed, now, timeZone) : timed.find(({ show }) => show.id === id);
  if (found) return <WallBoard timed={found} now={now} timeZone={timeZone} />;
  return (
    <div className="wall-empty">
      <time className="wall-clock numbers" aria-label="Time at the venue">
        {venueTime(now, timeZone)}
      </time>
      <h1>{id === undefined ? 'No show today' : 'This show is not in the log'}</h1>
      <p>{dateInWords(venueDate(now, timeZone))}</p>
      {id === undefined && <p>The next one appears here by itself.</p>}
    </div>
  );
}
