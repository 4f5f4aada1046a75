import { venueTime } from '@monkey-tracker/contract/calendar';
import { useQuery } from '@tanstack/react-query';
import { staffQuery } from '../../../api/venue.ts';
import { phaseInWords, type Timed } from '../days/front.ts';
import { PhaseLabel } from '../days/phase-label.tsx';
import type { LoggedShow } from '../log.record.ts';
import { WallNumbers } from './wall-numbers.tsx';
import { WallPilot } from './wall-pilot.tsx';
import { columnsFor, wallPilots } from './wall-pilots.ts';

interface Props {
  timed: Timed<LoggedShow>;
  now: number;
  timeZone: string;
}

/** A show in letters that are read from the other end of the room. */
export function WallBoard({ timed, now, timeZone }: Props) {
  const { data: staff } = useQuery(staffQuery);
  const { show, phase } = timed;
  const pilots = wallPilots(staff?.pilots ?? [], show.entries);
  return (
    <>
      <header className="wall-header">
        <div>
          <PhaseLabel phase={phase} words={phaseInWords(timed, now, timeZone)} strong />
          <h1>
            <span className="numbers">{show.time}</span> {show.label}
          </h1>
        </div>
        <time className="wall-clock numbers" aria-label="Time at the venue">
          {venueTime(now, timeZone)}
        </time>
      </header>
      <WallNumbers entries={show.entries} pilots={pilots.length} />
      <ul className="wall-pilots" aria-label="Pilots" data-columns={columnsFor(pilots.length)}>
        {pilots.map(({ name, entry }) => (
          <WallPilot key={entry?.id ?? name} name={name} entry={entry} />
        ))}
      </ul>
    </>
  );
}
