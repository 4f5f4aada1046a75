import { defaultStaff, type Staff, tidyRoster } from '@monkey-tracker/contract/staff';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import * as queries from './staff.queries.ts';

/** The rosters, each sorted; PostgreSQL's own order differs with its locale. */
export async function readStaff(db: Db): Promise<Staff> {
  const rosters = await queries.readRosters(db);
  return {
    crew: tidyRoster(rosters.crew),
    pilots: tidyRoster(rosters.pilots),
    monkeyLeads: tidyRoster(rosters.monkeyLeads),
  };
}

export async function replaceStaff({ db, record }: Unit, wanted: Staff): Promise<Staff> {
  await queries.lockRosters(db);
  const before = await readStaff(db);
  for (const roster of queries.rosterNames) {
    await queries.remove(
      db,
      roster,
      before[roster].filter((name) => !wanted[roster].includes(name)),
    );
    await queries.add(
      db,
      roster,
      wanted[roster].filter((name) => !before[roster].includes(name)),
    );
  }
  record({ type: 'staff.updated', subjectId: null, before, after: wanted });
  return wanted;
}

/** Fills each empty roster of a new database with the defaults; tells how many names each was given. */
export async function seedStaff(db: Db): Promise<Record<keyof Staff, number>> {
  await queries.lockRosters(db);
  const present = await queries.readRosters(db);
  const seeded = { crew: 0, pilots: 0, monkeyLeads: 0 };
  for (const roster of queries.rosterNames) {
    if (present[roster].length > 0) continue;
    await queries.add(db, roster, defaultStaff[roster]);
    seeded[roster] = defaultStaff[roster].length;
  }
  return seeded;
}
