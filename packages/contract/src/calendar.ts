import { z } from 'zod';

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function isCalendarDate(value: string): boolean {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  return year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** A real calendar date, `YYYY-MM-DD`, from 1970 on; 30 February is refused. */
export const calendarDate = z
  .string({ error: (issue) => (issue.input === undefined ? 'Date is required' : undefined) })
  .trim()
  .min(1, { message: 'Date is required' })
  .refine((value) => value === '' || (/^\d{4}-\d{2}-\d{2}$/.test(value) && isCalendarDate(value)), {
    message: 'Date must be a real day, written YYYY-MM-DD',
  });

/** A real time of day at the venue, `HH:MM` from 00:00 to 23:59. */
export const timeOfDay = z
  .string({ error: (issue) => (issue.input === undefined ? 'Time is required' : undefined) })
  .trim()
  .min(1, { message: 'Time is required' })
  .refine((value) => value === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(value), {
    message: 'Time must be a time of day, written HH:MM',
  });

/**
 * The calendar date at the venue for a moment.
 * @param at epoch milliseconds; @param timeZone IANA name; @returns `YYYY-MM-DD`.
 */
export function venueDate(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  wallClocks.set(timeZone, made);
  return made;
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Map(
    wallClock(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(at / 1_000) * 1_000;
}

const dayMs = 86_400_000;

/**
 * The moment at which the clocks of a zone show a date and time, as PostgreSQL's `at time zone` has it: a time that
 * the clocks skip counts from the offset before the change, one that they show twice means the second time.
 * @param date `YYYY-MM-DD`; @param time `HH:MM`; @param timeZone IANA name; @returns epoch milliseconds.
 */
export function venueMoment(date: string, time: string, timeZone: string): number {
  const shown = Date.parse(`${date}T${time}:00Z`);
  const offsets = [offsetAt(shown - dayMs, timeZone), offsetAt(shown + dayMs, timeZone)];
  const moments = offsets.map((offset) => shown - offset);
  const real = moments.filter((moment, index) => offsetAt(moment, timeZone) === offsets[index]);
  return Math.max(...(real.length > 0 ? real : moments));
}

/** The time of day that the venue's clocks show at a moment: `HH:MM`. */
export function venueTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** Whether the running engine knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
