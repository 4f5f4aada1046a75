import { venueMoment } from '@monkey-tracker/contract/calendar';
import { describe, expect, it } from 'vitest';
import { showSample } from '../testing/samples.ts';
import { frontOf, inTime, phaseInWords } from './front.ts';

const zone = 'Europe/Berlin';
const at = (date: string, time: string) => venueMoment(date, time, zone);
const show = (date: string, time: string, fields = {}) =>
  showSample({ id: `${date} ${time}`, date, time, ...fields });

const day = '2026-11-20';
const evening = [show(day, '21:30'), show(day, '18:00'), show(day, '20:00')];
const front = (shows: ReturnType<typeof show>[], now: number) => {
  const found = frontOf(inTime(shows, now, zone), now, zone);
  return found && [found.show.id, phaseInWords(found, now, zone)];
};

describe('the show in front', () => {
  it.each([
    ['09:00', '18:00', 'Next, 18:00'],
    ['17:48', '18:00', 'Starts in 12 min'],
    ['18:00', '18:00', 'Running since 18:00'],
    ['19:59', '18:00', 'Running since 18:00'],
    ['20:00', '20:00', 'Running since 20:00'],
    ['21:29', '20:00', 'Running since 20:00'],
    ['23:29', '21:30', 'Running since 21:30'],
    ['23:30', '21:30', 'Started at 21:30'],
  ])('at %s is the one of %s', (now, time, words) => {
    expect(front(evening, at(day, now))).toEqual([`${day} ${time}`, words]);
  });

  it('is the next one when the one before began two hours ago', () => {
    expect(front([show(day, '14:00'), show(day, '20:00')], at(day, '16:00'))).toEqual([
      `${day} 20:00`,
      'Next, 20:00',
    ]);
  });

  it('does not change with an edit of another show', () => {
    const edited = [show(day, '18:00', { updatedAt: at(day, '20:30'), version: 9 }), show(day, '20:00')];
    expect(front(edited, at(day, '20:30'))?.[0]).toBe(`${day} 20:00`);
  });

  it('goes on running across midnight, until the first of the new day', () => {
    const night = [show(day, '23:30'), show('2026-11-21', '00:45')];
    expect(front(night, at('2026-11-21', '00:20'))).toEqual([
      `${day} 23:30`,
      `Running since 23:30 on ${day}`,
    ]);
    expect(front(night, at('2026-11-21', '00:45'))?.[0]).toBe('2026-11-21 00:45');
  });

  it('is none of another day unless that one runs', () => {
    expect(front([show(day, '20:00')], at('2026-11-21', '09:00'))).toBeUndefined();
    expect(front([show('2026-11-21', '20:00')], at(day, '22:00'))).toBeUndefined();
  });

  it('follows the clocks through the hour that is skipped and the hour that comes twice', () => {
    const forward = [show('2026-03-29', '01:50'), show('2026-03-29', '03:05')];
    const before = Date.UTC(2026, 2, 29, 0, 58);
    expect(front(forward, before)).toEqual(['2026-03-29 01:50', 'Running since 01:50']);
    expect(phaseInWords(inTime(forward, before, zone)[1]!, before, zone)).toBe('Starts in 7 min');
    // The second 02:30 is meant: at the first one the show is an hour away.
    const back = [show('2026-10-25', '02:30')];
    expect(front(back, Date.UTC(2026, 9, 25, 0, 30))).toEqual(['2026-10-25 02:30', 'Starts in 60 min']);
    expect(front(back, Date.UTC(2026, 9, 25, 1, 30))).toEqual(['2026-10-25 02:30', 'Running since 02:30']);
  });
});

it('only the first of the coming shows is the next', () => {
  expect(inTime(evening, at(day, '17:00'), zone).map(({ phase }) => phase)).toEqual([
    'next',
    'later',
    'later',
  ]);
});
