import { roles, type Role } from '@monkey-tracker/contract/endpoint';
import { unitLabels } from '@monkey-tracker/contract/values';
import { keyOf, type ModelShow, type Refusal, refusals, type World } from './world.ts';

/** Numbers that chance gives; the world says what they mean at that moment. */
export interface Step {
  deed: keyof typeof deeds;
  who: number;
  which: number;
  other: number;
  /** Whether it is based on a version that is no longer the newest. */
  stale: boolean;
}

type Told = Record<string, unknown>;

/** A request with what the model says about it. */
export interface Deed {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: object;
  basedOn?: number | undefined;
  needs: Role | 'self';
  /** Why it is refused to somebody who may do such a thing; undefined where it must work. */
  refused?: Refusal | undefined;
  /** What is the case after it has worked. */
  learn?(told: Told): void;
}

const pilots = ['Alex', 'ALEX ', 'Ａlex', 'Bea', 'Émile', 'ÉMILE'];
const nobody = '00000000-0000-7000-8000-000000000000';
const one = <T>(from: readonly T[], number: number): T | undefined => from[number % Math.max(1, from.length)];
const textOf = (told: unknown) => (typeof told === 'string' ? told : '');

/** The version of what an If-Match names, before it was changed for the last time where it shall be stale. */
const versionFor = ({ stale }: Step, version: number | undefined) =>
  version === undefined ? undefined : stale ? version + 1 : version;

const show = ({ shows }: World, { which }: Step) => one(shows, which);
const liveGone = (found: ModelShow | undefined) => (found?.isLive ? undefined : refusals.showGone);

function changedBy(found: ModelShow, change: () => void): void {
  change();
  found.version += 1;
}

export const deeds = {
  newShow: (world: World, { which, other }: Step): Deed => {
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

  moveShow: (world: World, step: Step): Deed => {
    const found = show(world, step);
    const day = one(world.days, step.other) ?? '';
    const full = day !== found?.day && world.isFull(day) ? refusals.dayFull : undefined;
    return {
      method: 'PUT',
      path: `/api/shows/${found?.id ?? nobody}`,
      body: { date: day },
      basedOn: versionFor(step, found?.version),
      needs: 'dispatcher',
      refused: liveGone(found) ?? (step.stale ? refusals.stale : full),
      learn: () => found && changedBy(found, () => (found.day = day)),
    };
  },

  archiveShow: (world: World, step: Step): Deed => {
    const found = show(world, step);
    return {
      method: 'POST',
      path: `/api/shows/${found?.id ?? nobody}/archive`,
      needs: 'dispatcher',
      refused: found ? undefined : refusals.showGone,
      learn: () => found && (found.isLive = false),
    };
  },

  deleteShow: (world: World, step: Step): Deed => {
    const found = show(world, step);
    return {
      method: 'DELETE',
      path: `/api/shows/${found?.id ?? nobody}`,
      needs: 'dispatcher',
      refused: liveGone(found),
      learn: () => found && (found.isLive = false),
    };
  },

  restoreShow: (world: World, step: Step): Deed => {
    const found = show(world, step);
    const gone = found && !found.isLive ? undefined : refusals.showGone;
    return {
      method: 'POST',
      path: `/api/shows/archive/${found?.id ?? nobody}/restore`,
      needs: 'dispatcher',
      refused: gone ?? (found && world.isFull(found.day) ? refusals.dayFull : undefined),
      learn: () => found && changedBy(found, () => (found.isLive = true)),
    };
  },

  newEntry: (world: World, step: Step): Deed => {
    const found = show(world, step);
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

  renamePilot: (world: World, step: Step): Deed => {
    const found = show(world, step);
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
        (step.stale ? refusals.stale : isThere ? refusals.pilotTaken : undefined),
      learn: () =>
        found && entry && changedBy(found, () => Object.assign(entry, { pilot, version: entry.version + 1 })),
    };
  },

  deleteEntry: (world: World, step: Step): Deed => {
    const found = show(world, step);
    const entry = one(found?.entries ?? [], step.other);
    return {
      method: 'DELETE',
      path: `/api/shows/${found?.id ?? nobody}/entries/${entry?.id ?? nobody}`,
      basedOn: versionFor(step, entry?.version),
      needs: 'dispatcher',
      refused:
        liveGone(found) ??
        (entry ? undefined : refusals.entryGone) ??
        (step.stale ? refusals.stale : undefined),
      learn: () =>
        found && changedBy(found, () => (found.entries = found.entries.filter((kept) => kept !== entry))),
    };
  },

  replaceStaff: (world: World, { which }: Step): Deed => {
    const names = [`Pilot ${which}`];
    return {
      method: 'PUT',
      path: '/api/staff',
      body: { crew: [], pilots: names, monkeyLeads: [] },
      needs: 'admin',
      learn: () => (world.pilots = names),
    };
  },

  changeConfig: (world: World, { which }: Step): Deed => {
    const unitLabel = one(unitLabels, which) ?? 'Drone';
    return {
      method: 'PUT',
      path: '/api/config',
      body: { unitLabel },
      needs: 'admin',
      learn: () => (world.unitLabel = unitLabel),
    };
  },

  giveRole: (world: World, { which, other }: Step): Deed => {
    const account = world.account(which);
    const role = one(roles, other) ?? 'viewer';
    return {
      method: 'PATCH',
      path: `/api/users/${account?.id}`,
      body: { roles: [role] },
      needs: 'admin',
      learn: () => account && (account.role = role),
    };
  },

  shutOut: (world: World, { which, other }: Step): Deed => {
    const account = world.account(which);
    const disabled = other % 2 === 0;
    return {
      method: 'PATCH',
      path: `/api/users/${account?.id}`,
      body: { disabled },
      needs: 'admin',
      learn: () =>
        account && Object.assign(account, { disabled, hasSession: account.hasSession && !disabled }),
    };
  },

  signOut: (world: World, { which }: Step): Deed => {
    const account = world.account(which);
    return {
      method: 'POST',
      path: `/api/users/${account?.id}/sign-out`,
      needs: 'admin',
      learn: () => account && (account.hasSession = false),
    };
  },

  readShows: (): Deed => ({ method: 'GET', path: '/api/shows', needs: 'viewer' }),
  readUsers: (): Deed => ({ method: 'GET', path: '/api/users', needs: 'admin' }),
  readOwnAccount: (): Deed => ({ method: 'GET', path: '/api/auth/me', needs: 'self' }),
};

export const deedNames = Object.keys(deeds) as (keyof typeof deeds)[];
