import {
  changedBy,
  type Chances,
  type Deed,
  isStale,
  liveGone,
  nobody,
  one,
  showOf,
  textOf,
  versionFor,
} from './deed.ts';
import { keyOf, refusals, type World } from './world.ts';

const pilots = ['Alex', 'ALEX ', 'Ａlex', 'Bea', 'Émile', 'ÉMILE'];

export const entryDeeds = {
  newEntry: (world: World, step: Chances): Deed => {
    const found = showOf(world, step);
    const pilot = one(pilots, step.other) ?? '';
    const isThere = found?.entries.some((entry) => keyOf(entry.pilot) === keyOf(pilot));
    return {
      method: 'POST',
      path: `/api/shows/${found?.id ?? nobody}/entries`,
      body: { operator: pilot, unitId: 'D1', planned: 'Yes', launched: 'Yes', status: 'Completed' },
      needs: 'dispatcher',
      refused: liveGone(found) ?? (isThere ? refusals.pilotTaken : undefined),
      learn: ({ id }) =>
        found && changedBy(found, () => found.entries.push({ id: textOf(id), pilot, version: 1 })),
    };
  },

  renamePilot: (world: World, step: Chances): Deed => {
    const found = showOf(world, step);
    const entry = one(found?.entries ?? [], step.other);
    const pilot = one(pilots, step.other + step.which) ?? '';
    const others = found?.entries.filter(({ id }) => id !== entry?.id) ?? [];
    const isThere = others.some((other) => keyOf(other.pilot) === keyOf(pilot));
    return {
      method: 'PUT',
      path: `/api/shows/${found?.id ?? nobody}/entries/${entry?.id ?? nobody}`,
      body: { operator: pilot },
      basedOn: versionFor(step, entry?.version),
      needs: 'dispatcher',
      refused:
        liveGone(found) ??
        (entry ? undefined : refusals.entryGone) ??
        (isStale(step, entry?.version) ? refusals.stale : isThere ? refusals.pilotTaken : undefined),
      learn: () =>
        found && entry && changedBy(found, () => Object.assign(entry, { pilot, version: entry.version + 1 })),
    };
  },

  deleteEntry: (world: World, step: Chances): Deed => {
    const found = showOf(world, step);
    const entry = one(found?.entries ?? [], step.other);
    return {
      method: 'DELETE',
      path: `/api/shows/${found?.id ?? nobody}/entries/${entry?.id ?? nobody}`,
      basedOn: versionFor(step, entry?.version),
      needs: 'dispatcher',
      refused:
        liveGone(found) ??
        (entry ? undefined : refusals.entryGone) ??
        (isStale(step, entry?.version) ? refusals.stale : undefined),
      learn: () =>
        found && changedBy(found, () => (found.entries = found.entries.filter((kept) => kept !== entry))),
    };
  },
};
