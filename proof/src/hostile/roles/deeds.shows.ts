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
import { refusals, type World } from './world.ts';

export const showDeeds = {
  newShow: (world: World, { which, other }: Chances): Deed => {
    const day = one(world.days, which) ?? '';
    return {
      method: 'POST',
      path: '/api/shows',
      body: { date: day, time: '20:00', label: `Show ${other}`, leadPilot: 'Nazar', monkeyLead: 'Cleo' },
      needs: 'dispatcher',
      refused: world.isFull(day) ? refusals.dayFull : undefined,
      learn: ({ id, version }) =>
        void world.shows.push({ id: textOf(id), day, version: Number(version), isLive: true, entries: [] }),
    };
  },

  moveShow: (world: World, step: Chances): Deed => {
    const found = showOf(world, step);
    const day = one(world.days, step.other) ?? '';
    const full = day !== found?.day && world.isFull(day) ? refusals.dayFull : undefined;
    return {
      method: 'PUT',
      path: `/api/shows/${found?.id ?? nobody}`,
      body: { date: day },
      basedOn: versionFor(step, found?.version),
      needs: 'dispatcher',
      refused: liveGone(found) ?? (isStale(step, found?.version) ? refusals.stale : full),
      learn: () => found && changedBy(found, () => (found.day = day)),
    };
  },

  archiveShow: (world: World, step: Chances): Deed => {
    const found = showOf(world, step);
    return {
      method: 'POST',
      path: `/api/shows/${found?.id ?? nobody}/archive`,
      needs: 'dispatcher',
      refused: found ? undefined : refusals.showGone,
      learn: () => found && (found.isLive = false),
    };
  },

  deleteShow: (world: World, step: Chances): Deed => {
    const found = showOf(world, step);
    return {
      method: 'DELETE',
      path: `/api/shows/${found?.id ?? nobody}`,
      needs: 'dispatcher',
      refused: liveGone(found),
      learn: () => found && (found.isLive = false),
    };
  },

  restoreShow: (world: World, step: Chances): Deed => {
    const found = showOf(world, step);
    const gone = found && !found.isLive ? undefined : refusals.showGone;
    return {
      method: 'POST',
      path: `/api/shows/archive/${found?.id ?? nobody}/restore`,
      needs: 'dispatcher',
      refused: gone ?? (found && world.isFull(found.day) ? refusals.dayFull : undefined),
      learn: () => found && changedBy(found, () => (found.isLive = true)),
    };
  },
};
