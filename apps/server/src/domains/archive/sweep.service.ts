import type { Db } from '@monkey-tracker/db/client';
import { inUnit } from '../../platform/change.ts';
import { listDue } from './archive.queries.ts';
import { archiveDue } from './archive.service.ts';
import * as queries from './sweep.queries.ts';

const system = { actorId: null, requestId: null };

/** Snapshots in one transaction of a purge: short enough that nobody waits for it. */
const stepSize = 50;

export interface PurgeOutcome {
  purged: number;
  /** Why nothing was purged though something was due. */
  stopped: string | null;
  /** Whether this is the first run that stops for this reason. */
  isNew: boolean;
}

/** Archives the shows whose time has come; one instance at a time. @returns how many. */
export async function sweepDue(db: Db): Promise<number> {
  return inUnit(db, system, async (unit) => {
    if (!(await queries.tryLockSweep(unit.db))) return 0;
    const count = await archiveDue(unit, await listDue(unit.db));
    await queries.noteSweep(unit.db);
    return count;
  });
}

/**
 * Purges snapshots past their retention, step by step, unless somebody paused it or the clock or the amount looks
 * wrong. Each step is a transaction and an event of its own, and looks at all of that anew.
 */
export async function purgeExpired(db: Db): Promise<PurgeOutcome> {
  for (let purged = 0; ;) {
    const step = await purgeStep(db);
    purged += step.purged;
    if (step.purged < stepSize) return { ...step, purged };
  }
}

async function purgeStep(db: Db): Promise<PurgeOutcome> {
  return inUnit(db, system, async (unit) => {
    const nothing = { purged: 0, stopped: null, isNew: false };
    if (!(await queries.tryLockSweep(unit.db))) return nothing;
    const outlook = await queries.outlook(unit.db);
    if (outlook.paused) return nothing;
    const stopped = outlook.objection;
    const isNew = stopped !== outlook.stoppedBefore;
    if (isNew) await queries.noteStop(unit.db, stopped);
    if (stopped) {
      if (isNew) unit.record({ type: 'archive.purge_stopped', subjectId: null, after: { reason: stopped } });
      return { ...nothing, stopped, isNew };
    }
    if (outlook.due === 0) return nothing;
    const ids = await queries.purge(unit.db, stepSize);
    unit.record({ type: 'archive.purged', subjectId: null, after: { shows: ids } });
    return { purged: ids.length, stopped: null, isNew };
  });
}
