import type { Retention } from '@monkey-tracker/contract/retention';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import * as queries from './retention.queries.ts';

export const readRetention = (db: Db): Promise<Retention> => queries.read(db);

/** Pauses the purge, or lets it go on. Saying it twice changes nothing. */
export async function pauseRetention({ db, actorId, record }: Unit, paused: boolean): Promise<Retention> {
  if ((await queries.lockPaused(db)) !== paused) {
    await queries.setPaused(db, paused, actorId);
    record({
      type: paused ? 'archive.purge_paused' : 'archive.purge_resumed',
      subjectId: null,
      before: { paused: !paused },
      after: { paused },
    });
  }
  return queries.read(db);
}
