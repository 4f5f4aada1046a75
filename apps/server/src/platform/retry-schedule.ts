import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

const minute = 60;
const hour = 60 * minute;

/** Seconds between a failed attempt and the next one: together more than a day. After the last there is no other. */
export const pausesSec = [
  5,
  30,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  12 * hour,
] as const;

/** A receiver may ask for patience, but not for more than this: there is no longer pause. */
export const longestWishSec = 24 * hour;

/**
 * What a clock that ran ahead has put off: a first attempt that is not due yet, or a pause longer than there is. It is due
 * at once when the clock is right again, instead of in days.
 */
export const putOff = (nextAttemptAt: SQLWrapper, failures: SQLWrapper): SQL =>
  sql`${nextAttemptAt} > server_now() + make_interval(secs => (case when ${failures} = 0 then ${minute} else ${longestWishSec} end)::float8)`;

/**
 * The pause after a number of failures, up to a fifth longer than planned, so that what failed together does not come
 * back together. A receiver's `Retry-After` can make it longer.
 * @returns seconds, or undefined where it is time to give up.
 */
export function pauseAfter(failures: number, retryAfterSec = 0, random = Math.random()): number | undefined {
  const planned = pausesSec[failures - 1];
  if (planned === undefined) return undefined;
  return Math.max(planned * (1 + random / 5), Math.min(retryAfterSec, longestWishSec));
}

/** Reads `Retry-After`, seconds or a date, into seconds from now. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Math.min(Number(header), longestWishSec);
  const until = Date.parse(header);
  if (Number.isNaN(until)) return undefined;
  return Math.min(Math.max(0, (until - now.getTime()) / 1000), longestWishSec);
}
