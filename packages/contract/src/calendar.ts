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

/** Whether the running engine knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
