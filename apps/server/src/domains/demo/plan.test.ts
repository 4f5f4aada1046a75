import { venueMoment } from '@monkey-tracker/contract/calendar';
import { newEntry } from '@monkey-tracker/contract/entries';
import { judgeEntry } from '@monkey-tracker/contract/entry-rules';
import { newShow } from '@monkey-tracker/contract/shows';
import { defaultStaff } from '@monkey-tracker/contract/staff';
import { describe, expect, it } from 'vitest';
import { historyOf, startsAround, todayOf } from './plan.ts';

const venueAt = (date: string, time: string, timeZone = 'Europe/Berlin') => ({
  now: venueMoment(date, time, timeZone),
  timeZone,
  staff: defaultStaff,
});
const venue = venueAt('2026-11-20', '20:40');
const all = [...historyOf(venue), ...todayOf(venue)];

describe('the shows of the demo', () => {
  it('are the same at each run', () => {
    expect([...historyOf(venue), ...todayOf(venue)]).toEqual(all);
  });

  it('keep every rule of the log', () => {
    for (const { flights, fields } of all) {
      expect(newShow.safeParse(fields).error).toBeUndefined();
      for (const flight of flights) {
        expect(newEntry.safeParse(flight).error).toBeUndefined();
        expect(judgeEntry(flight)).toEqual([]);
      }
    }
  });

  it('have every outcome, defects that flew, and delays that are unknown, zero and long', () => {
    const flights = all.flatMap((show) => show.flights);
    const some = (is: (flight: (typeof flights)[number]) => boolean) => flights.some(is);
    for (const status of ['Completed', 'No-launch', 'Abort'])
      expect(some((one) => one.status === status)).toBe(true);
    expect(some((one) => one.status === 'Completed' && one.primaryIssue !== '')).toBe(true);
    expect(some((one) => one.planned === 'No')).toBe(true);
    expect(some((one) => one.delaySec === null)).toBe(true);
    expect(some((one) => one.delaySec === 0)).toBe(true);
    expect(some((one) => (one.delaySec ?? 0) > 60)).toBe(true);
  });

  it('lie on the 30 days before today, at most five on each, and none in the future', () => {
    const history = historyOf(venue);
    expect(history.length).toBeGreaterThan(30);
    expect(history.at(0)?.fields.date).toBe('2026-10-21');
    expect(history.at(-1)?.fields.date).toBe('2026-11-19');
    expect(history.every(({ start }) => start < venue.now)).toBe(true);
  });
});

it('today has one show that is over, one that runs and is half logged, and one to come', () => {
  expect(todayOf(venue).map(({ fields, flights }) => [fields.time, flights.length])).toEqual([
    ['17:45', 6],
    ['20:15', 3],
    ['22:45', 0],
  ]);
});

it.each(['00:10', '12:00', '23:50'])('what runs at %s has an exception in its logged half', (time) => {
  const running = todayOf(venueAt('2026-11-20', time)).find(({ flights }) => flights.length === 3);
  expect(running?.flights.some(({ status }) => status !== 'Completed')).toBe(true);
});

it('at every minute of a day its three shows fit in it, and one of them has just begun', () => {
  for (let minute = 0; minute < 1_440; minute++) {
    const { running, starts } = startsAround(minute);
    expect(starts.every((start) => start >= 0 && start < 1_440)).toBe(true);
    expect(starts).toContain(running);
    expect(minute - running).toBeGreaterThanOrEqual(0);
    expect(minute - running).toBeLessThan(30);
  }
});
