import { Problem } from './problem.ts';

/**
 * Refuses a change that was based on a version which is no longer the newest.
 * @param expected the version the caller saw; undefined where they did not say.
 */
export function ensureVersion(expected: number | undefined, current: { version: number }): void {
  if (expected === undefined || expected === current.version) return;
  throw new Problem(
    412,
    'version.stale',
    'Somebody else changed this in the meantime. Compare and save again.',
    {
      current,
    },
  );
}
