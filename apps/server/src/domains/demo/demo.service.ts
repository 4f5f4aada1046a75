import { randomUUID } from 'node:crypto';
import type { DemoState } from '@monkey-tracker/contract/demo';
import { defaultStaff } from '@monkey-tracker/contract/staff';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import { createEntry } from '../entries/index.ts';
import { importInto } from '../import/index.ts';
import { createShow } from '../shows/index.ts';
import { readStaff } from '../staff/index.ts';
import { demoThere, venueInUse } from './demo.errors.ts';
import * as queries from './demo.queries.ts';
import { historyOf, type PlannedShow, todayOf } from './plan.ts';

const hourMs = 3_600_000;

export const readDemo = (db: Db): Promise<DemoState> => queries.count(db);

/** Fills an empty venue: today's shows are made as people make them, the archived ones come as an import does. */
export async function fillDemo(unit: Unit): Promise<DemoState> {
  await queries.lockDemo(unit.db);
  if (await queries.hasOtherShows(unit.db)) throw venueInUse();
  const { liveShows, archivedShows } = await queries.count(unit.db);
  if (liveShows + archivedShows > 0) throw demoThere();

  const { archiveAfterHours, ...clock } = await queries.readVenue(unit.db);
  const roster = await readStaff(unit.db);
  const venue = { ...clock, staff: roster.pilots.length > 0 ? roster : defaultStaff };
  const archive = historyOf(venue).map((show) => recordOf(show, venue.now, archiveAfterHours));
  const today = todayOf(venue).map((show) => ({ ...show, id: randomUUID() }));
  await queries.list(
    unit.db,
    [...archive, ...today].map(({ id }) => id),
  );
  await importInto(unit, { archive });
  for (const show of today) await makeLive(unit, show);

  const state = await queries.count(unit.db);
  unit.record({ type: 'demo.created', subjectId: null, after: state });
  return state;
}

async function makeLive(unit: Unit, { id, fields, flights }: PlannedShow & { id: string }) {
  await createShow(unit, { ...fields, id });
  for (const flight of flights) await createEntry(unit, id, flight);
}

/** A show as an archive tells it. One of yesterday whose time has not come was archived by hand. */
function recordOf({ start, flights, fields }: PlannedShow, now: number, archiveAfterHours: number) {
  return {
    ...fields,
    id: randomUUID(),
    entries: flights.map((flight) => ({ ...flight, id: randomUUID() })),
    createdAt: start - 3 * hourMs,
    updatedAt: Math.max(start, ...flights.map(({ ts }) => ts)),
    archivedAt: Math.min(start + archiveAfterHours * hourMs, now),
  };
}

/** Takes away what the demo brought, wherever it is by now, and nothing else. @returns how much that was. */
export async function removeDemo(unit: Unit): Promise<DemoState> {
  await queries.lockDemo(unit.db);
  const before = await queries.count(unit.db);
  const gone: string[] = [];
  do {
    gone.push(...(await queries.removeSnapshots(unit.db)), ...(await queries.removeLive(unit.db)));
    // Somebody may have archived a show between the two.
  } while (await isThere(unit.db));
  await queries.clearList(unit.db);
  if (gone.length > 0) {
    unit.record({ type: 'demo.removed', subjectId: null, before, after: { shows: gone } });
  }
  return before;
}

async function isThere(db: Db): Promise<boolean> {
  const { liveShows, archivedShows } = await queries.count(db);
  return liveShows + archivedShows > 0;
}
