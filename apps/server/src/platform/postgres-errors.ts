import { DatabaseError } from 'pg';
import { Problem } from './problem.ts';

/** The error that PostgreSQL itself reported, below whatever wraps it. */
export function databaseError(error: unknown): DatabaseError | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof DatabaseError) return current;
  }
  return undefined;
}

/** The name of the constraint that refused a change, if that is what happened. */
export const refusedBy = (error: unknown): string | undefined => databaseError(error)?.constraint;

const connectionTrouble =
  /timeout exceeded when trying to connect|Connection terminated|terminating connection|Client has encountered a connection error|not queryable|Cannot use a pool after calling end/i;
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
/**
 * Connection lost (08), not let in (28, 3D000, 55000), shutting down (57P), too many connections (53), cannot start (58),
 * read-only standby (25006).
 */
const unavailable = /^(08|28|3D000|55000|57P|53|58|25006)/;
/** Deadlock, serialisation failure, lock or statement timeout: the same request may well succeed. */
const busy = new Set(['40P01', '40001', '55P03', '57014']);

/** What a failure of PostgreSQL means for the person who asked, or undefined where it is our own mistake. */
export function problemOfDatabase(error: unknown): Problem | undefined {
  const reported = databaseError(error);
  if (reported?.code && busy.has(reported.code)) {
    return new Problem(503, 'storage.busy', 'The database is busy. Try again in a moment.', {
      retryAfterSec: 1,
    });
  }
  if (reported?.code && unavailable.test(reported.code)) return away();
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = 'code' in current ? String(current.code) : '';
    if (socketCodes.has(code) || connectionTrouble.test(current.message)) return away();
    if (current instanceof AggregateError && current.errors.some((one) => problemOfDatabase(one)))
      return away();
  }
  return undefined;
}

const away = () =>
  new Problem(503, 'storage.unavailable', 'The database cannot be reached. Try again shortly.', {
    retryAfterSec: 2,
  });
