import { Problem } from '../../platform/problem.ts';

/** What the migrations of the database say against this program, in their own words. */
export const misfit = (sentence: string) =>
  new Problem(503, 'storage.not_migrated', sentence, { retryAfterSec: 5 });

export const notMigrated = (pending: number) =>
  new Problem(503, 'storage.not_migrated', `${pending} migrations are still to be applied`, {
    retryAfterSec: 5,
  });

export const leaving = () =>
  new Problem(503, 'server.leaving', 'This server is about to stop; ask another one', { retryAfterSec: 5 });
