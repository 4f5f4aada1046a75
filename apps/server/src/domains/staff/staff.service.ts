import { mergedRoster } from '@monkey-tracker/contract/roster-changes';
import { defaultStaff, type Staff, type StaffReplacement, tidyStaff } from '@monkey-tracker/contract/staff';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import * as queries from './staff.queries.ts';

/** The rosters, each sorted; PostgreSQL's own order differs with its locale. */
export async function readStaff(db: Db): Promise<Staff> {
  return tidyStaff(await queries.readRosters(db));
}

/** Replaces the rosters; where the body says what it was based on, only what was changed against it. */
export async function replaceStaff({ db, record }: Unit, given: StaffReplacement): Promise<Staff> {
  await queries.lockRosters(db);
  const before = await readStaff(db);
  const wanted = wantedOf(before, given);
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

function wantedOf(now: Staff, { basedOn, ...given }: StaffReplacement): Staff {
  if (!basedOn) return tidyStaff(given);
  const merged = (roster: keyof Staff) => mergedRoster(now[roster], basedOn[roster], given[roster]);
  return { crew: merged('crew'), pilots: merged('pilots'), monkeyLeads: merged('monkeyLeads') };
}

export const readUses = queries.readUses;

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
