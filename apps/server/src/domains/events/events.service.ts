import type { LiveEvent } from '@monkey-tracker/contract/events';
import type { Db } from '@monkey-tracker/db/client';
import { headOf, readEventsAfter } from '../../platform/feed.queries.ts';

/** Someone who missed more than this reads everything anew faster than by replay. */
const longestReplay = 1_000;

/** The number that `Last-Event-ID` names; what is no number means a fresh start with everything read anew. */
export function startingPoint(header: string | string[] | undefined): number | undefined {
  if (header === undefined) return undefined;
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : Number.MAX_SAFE_INTEGER;
}

/** The events after `lastSeen` up to `until`, or that they cannot be told one by one. */
export async function missedEvents(
  db: Db,
  lastSeen: number,
  until: number,
): Promise<LiveEvent[] | 'too many'> {
  // A number from the future belongs to another database, one restored from a backup perhaps.
  if (lastSeen > (await headOf(db)) || until - lastSeen > longestReplay) return 'too many';
  const missed = await readEventsAfter(db, lastSeen, longestReplay + 1);
  return missed.filter((event) => event.seq <= until);
}
