import type { Role } from '@monkey-tracker/contract/endpoint';
import { showsPerDay } from '@monkey-tracker/contract/values';

/** Somebody who acts, as the model has them. */
export interface Actor {
  name: string;
  /** What they are sent with; empty for somebody who is signed out. */
  token: string;
  /** Whose account it is. */
  account: Account | null;
  /** A personal access token does no more than this. */
  tokenRole?: Role;
}

export interface Account {
  id: string;
  role: Role;
  disabled: boolean;
  /** Whether its session is open; a personal access token does not need one. */
  hasSession: boolean;
  hasToken: boolean;
}

interface ModelEntry {
  id: string;
  pilot: string;
  version: number;
}

export interface ModelShow {
  id: string;
  day: string;
  version: number;
  isLive: boolean;
  entries: ModelEntry[];
}

/** What a request is refused with: the status, and the code where it is stable. */
export interface Refusal {
  status: number;
  code: string;
}

const refusal = (status: number, code: string): Refusal => ({ status, code });
export const refusals = {
  signedOut: refusal(401, 'auth.required'),
  denied: refusal(403, 'access.denied'),
  byToken: refusal(403, 'access.token_not_allowed'),
  showGone: refusal(404, 'shows.not_found'),
  entryGone: refusal(404, 'entries.not_found'),
  dayFull: refusal(409, 'shows.day_full'),
  pilotTaken: refusal(409, 'entries.pilot_taken'),
  stale: refusal(412, 'version.stale'),
};

// Said once more here: a model that asks the product believes whatever it says.
const rank = { viewer: 1, dispatcher: 2, admin: 3 };

/** The role with which somebody acts at this moment; null for nobody. */
function roleOf({ account, tokenRole }: Actor): Role | null {
  if (!account || account.disabled) return null;
  if (tokenRole === undefined) return account.hasSession ? account.role : null;
  if (!account.hasToken) return null;
  return rank[tokenRole] <= rank[account.role] ? tokenRole : account.role;
}

/** Everything that the rules of the product say about what is there, and about who may do what. */
export class World {
  readonly shows: ModelShow[] = [];
  readonly actors: Actor[];
  readonly days: readonly string[];
  unitLabel: string | undefined;
  pilots: string[] | undefined;

  constructor(actors: Actor[], days: readonly string[]) {
    this.actors = actors;
    this.days = days;
  }

  /** Why somebody may not do what takes this right, whatever it is about; undefined where they may. */
  refusedTo(actor: Actor, needed: Role | 'self'): Refusal | undefined {
    const role = roleOf(actor);
    if (role === null) return refusals.signedOut;
    if (needed === 'self') return actor.tokenRole === undefined ? undefined : refusals.byToken;
    return rank[role] >= rank[needed] ? undefined : refusals.denied;
  }

  isFull(day: string): boolean {
    return this.shows.filter((show) => show.isLive && show.day === day).length >= showsPerDay;
  }

  /** One of the people who are promoted, demoted and shut out. */
  account(which: number): Account | undefined {
    const accounts = this.actors.flatMap(({ name, account }) =>
      name === 'admin' || !account ? [] : [account],
    );
    return accounts[which % accounts.length];
  }
}

/** Two spellings of a pilot are one, as people see it. */
export const keyOf = (pilot: string) => pilot.normalize('NFKC').trim().toLowerCase();
