import { venueDate, venueMoment, venueTime } from '@monkey-tracker/contract/calendar';
import type { NewShow } from '@monkey-tracker/contract/shows';
import type { Staff } from '@monkey-tracker/contract/staff';
import { type Flight, flightOf } from './flights.ts';
import { pick, type Random, seeded } from './random.ts';

/** A show of the demo: what is planned, when it starts (epoch milliseconds), and what is logged so far. */
export interface PlannedShow {
  fields: Omit<NewShow, 'id'>;
  start: number;
  flights: Flight[];
}

export interface Venue {
  /** The server's clock, epoch milliseconds. */
  now: number;
  timeZone: string;
  staff: Staff;
}

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
const notes = 'Made up: part of the demo data';
const historyDays = 30;

/** Which shows each day of the week has, from Sunday on. */
const week = [
  [
    ['15:00', 'Matinee'],
    ['19:00', 'Main'],
  ],
  [],
  [['20:00', 'Main']],
  [['20:00', 'Main']],
  [['20:00', 'Main']],
  [
    ['19:00', 'Main'],
    ['21:30', 'Late'],
  ],
  [
    ['15:00', 'Matinee'],
    ['19:00', 'Main'],
    ['21:30', 'Late'],
  ],
] as const;

/** The shows of the 30 days before today, oldest first, each logged to the end. */
export function historyOf(venue: Venue): PlannedShow[] {
  const random = seeded(2026);
  const today = Date.parse(`${venueDate(venue.now, venue.timeZone)}T00:00:00Z`);
  const days = Array.from(
    { length: historyDays },
    (_, index) => new Date(today - (historyDays - index) * dayMs),
  );
  return days.flatMap((day) =>
    (week[day.getUTCDay()] ?? []).map(([time, label]) =>
      showOf(random, venue, { date: day.toISOString().slice(0, 10), time, label }, 1),
    ),
  );
}

/** Three shows of today: those before now are logged, the running one half, the coming ones not at all. */
export function todayOf(venue: Venue): PlannedShow[] {
  // Chance that shows something: whichever of the three runs, an exception is among what is logged of it.
  const random = seeded(183);
  const [hours = 0, minutes = 0] = venueTime(venue.now, venue.timeZone).split(':').map(Number);
  const { running, starts } = startsAround(hours * 60 + minutes);
  const date = venueDate(venue.now, venue.timeZone);
  return starts.map((start, index) => {
    const logged = start < running ? 1 : start === running ? 0.5 : 0;
    const label = ['Opening', 'Main', 'Late'][index] ?? 'Extra';
    return showOf(random, venue, { date, time: timeOf(start), label }, logged);
  });
}

/** The minutes of a day at which its three shows start; one has just begun, and all are within the day. */
export function startsAround(minute: number): { running: number; starts: number[] } {
  const gap = 150;
  const running = Math.max(0, Math.floor((minute - 25) / 5) * 5);
  const first = running - gap < 0 ? running : running + gap < 1_440 ? running - gap : running - 2 * gap;
  return { running, starts: [first, first + gap, first + 2 * gap] };
}

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function showOf(
  random: Random,
  { now, timeZone, staff }: Venue,
  plan: Pick<NewShow, 'date' | 'time' | 'label'>,
  logged: number,
): PlannedShow {
  const start = venueMoment(plan.date, plan.time, timeZone);
  const { pilots, crew, monkeyLeads } = staff;
  const flights = pilots.map((pilot, index) =>
    flightOf(random, pilot, index + 1, Math.min(now, start + (index + 1) * minuteMs)),
  );
  return {
    fields: {
      ...plan,
      crew: crew.slice(0, 4),
      leadPilot: pick(random, [pilots[0] ?? 'Alex', ...pilots]),
      monkeyLead: pick(random, [monkeyLeads[0] ?? 'Cleo', ...monkeyLeads]),
      notes,
    },
    start,
    flights: flights.slice(0, Math.ceil(flights.length * logged)),
  };
}
