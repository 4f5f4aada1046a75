import { describe, expect, it } from 'vitest';
import { venueMoment, venueTime } from './calendar.ts';

const moment = (date: string, time: string, timeZone: string) =>
  new Date(venueMoment(date, time, timeZone)).toISOString();

describe('the moment of a venue’s wall clock', () => {
  it.each([
    ['2026-01-15', '20:00', 'UTC', '2026-01-15T20:00:00.000Z'],
    ['2026-01-15', '20:00', 'Europe/Berlin', '2026-01-15T19:00:00.000Z'],
    ['2026-07-15', '20:00', 'Europe/Berlin', '2026-07-15T18:00:00.000Z'],
    ['2026-07-15', '00:00', 'Asia/Kathmandu', '2026-07-14T18:15:00.000Z'],
    ['2026-12-31', '23:59', 'Pacific/Honolulu', '2027-01-01T09:59:00.000Z'],
    ['2026-01-01', '00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
  ])('%s %s in %s is %s', (date, time, timeZone, expected) => {
    expect(moment(date, time, timeZone)).toBe(expected);
  });

  it.each([
    ['before', '01:59', '2026-03-29T00:59:00.000Z'],
    ['in', '02:00', '2026-03-29T01:00:00.000Z'],
    ['in', '02:30', '2026-03-29T01:30:00.000Z'],
    ['after', '03:00', '2026-03-29T01:00:00.000Z'],
    ['after', '20:00', '2026-03-29T18:00:00.000Z'],
  ])(
    'counts a time %s the hour that is skipped, %s, from the old offset until the change',
    (_, time, expected) => {
      expect(moment('2026-03-29', time, 'Europe/Berlin')).toBe(expected);
    },
  );

  it.each([
    ['01:59', '2026-10-24T23:59:00.000Z'],
    ['02:00', '2026-10-25T01:00:00.000Z'],
    ['02:30', '2026-10-25T01:30:00.000Z'],
    ['03:00', '2026-10-25T02:00:00.000Z'],
  ])('takes the second of two, %s on the day the clocks go back', (time, expected) => {
    expect(moment('2026-10-25', time, 'Europe/Berlin')).toBe(expected);
  });

  it('knows changes of half an hour and a day that never was', () => {
    expect(moment('2026-04-05', '01:45', 'Australia/Lord_Howe')).toBe('2026-04-04T15:15:00.000Z');
    expect(moment('2011-12-30', '12:00', 'Pacific/Apia')).toBe('2011-12-30T22:00:00.000Z');
    expect(moment('2011-12-31', '00:30', 'Pacific/Apia')).toBe('2011-12-30T10:30:00.000Z');
  });
});

it('the time of day at the venue is written with two digits each, midnight as 00', () => {
  expect(venueTime(Date.UTC(2026, 6, 15, 22, 5), 'Europe/Berlin')).toBe('00:05');
  expect(venueTime(Date.UTC(2026, 6, 15, 18, 0), 'Europe/Berlin')).toBe('20:00');
});
