import { describe, expect, it } from 'vitest';
import { venueDate } from './calendar.ts';
import { newEntry } from './entries.ts';
import { newShow } from './shows.ts';
import { tidyRoster } from './staff.ts';

const show = { date: '2026-11-20', time: '20:00', label: 'Main', leadPilot: 'Alex', monkeyLead: 'Cleo' };
const messages = (body: object) => newShow.safeParse(body).error?.issues.map((issue) => issue.message);

describe('a show', () => {
  it('needs date, time, label, lead pilot and monkey lead, and says which is missing', () => {
    expect(messages({})).toEqual([
      'Date is required',
      'Time is required',
      'Label is required',
      'Lead pilot is required',
      'Monkey lead is required',
    ]);
  });
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '20.11.2026', '0000-00-00'])(
    'refuses the date %s',
    (date) => expect(messages({ ...show, date })).toHaveLength(1),
  );
  it('takes 29 February of a leap year', () =>
    expect(messages({ ...show, date: '2028-02-29' })).toBeUndefined());
  it.each(['24:00', '7:30', '12:60', '12:00:00'])('refuses the time %s', (time) =>
    expect(messages({ ...show, time })).toHaveLength(1),
  );
  it('refuses what the database cannot store', () => {
    expect(messages({ ...show, notes: 'a\u0000b' })).toHaveLength(1);
    expect(messages({ ...show, notes: 'half a pair \ud800' })).toHaveLength(1);
  });
  it('keeps text as it is but for blanks at both ends', () => {
    const notes = ' "quotes"\tand\nlines 🪫 ';
    expect(newShow.parse({ ...show, notes }).notes).toBe('"quotes"\tand\nlines 🪫');
  });
  it('refuses unknown fields by name', () => {
    const [issue] = newShow.safeParse({ ...show, colour: 'red' }).error?.issues ?? [];
    expect(issue).toMatchObject({ code: 'unrecognized_keys', keys: ['colour'] });
  });
});

describe('an entry', () => {
  const entry = { unitId: 'D1', planned: 'Yes', launched: 'Yes', status: 'Completed', operator: 'Alex' };
  it('tells a missing delay from a delay of zero', () => {
    expect(newEntry.parse(entry).delaySec).toBeNull();
    expect(newEntry.parse({ ...entry, delaySec: 0 }).delaySec).toBe(0);
  });
  it('refuses a negative delay', () =>
    expect(newEntry.safeParse({ ...entry, delaySec: -1 }).success).toBe(false));
});

describe('a roster', () => {
  it('is sorted for people, trimmed and without duplicates', () => {
    expect(tidyRoster([' Zoë', 'alex', 'Łukasz', 'Alex', 'Zoë ', '', 'Nick'])).toEqual([
      'alex',
      'Alex',
      'Łukasz',
      'Nick',
      'Zoë',
    ]);
  });
});

describe("the venue's date", () => {
  it('follows its time zone through the change of clocks', () => {
    expect(venueDate(Date.UTC(2026, 9, 25, 0, 30), 'Europe/Berlin')).toBe('2026-10-25');
    expect(venueDate(Date.UTC(2026, 9, 25, 22, 59), 'Europe/Berlin')).toBe('2026-10-25');
    expect(venueDate(Date.UTC(2026, 9, 25, 23, 0), 'Europe/Berlin')).toBe('2026-10-26');
  });
});
