import type { Db } from '@monkey-tracker/db/client';
import { writePresence } from '../../platform/presence.queries.ts';
import { presenceNotFound } from './presence.errors.ts';

/** Writes down where a page is; a page of somebody else is none of theirs. */
export async function announce(db: Db, page: Parameters<typeof writePresence>[1]): Promise<void> {
  if (!(await writePresence(db, page))) throw presenceNotFound();
}
