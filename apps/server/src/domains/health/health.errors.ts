import { Problem } from '../../platform/problem.ts';

export const notMigrated = (pending: number) =>
  new Problem(503, 'storage.not_migrated', `${pending} migrations are still to be applied`, {
    retryAfterSec: 5,
  });
