import type { Role } from '@monkey-tracker/contract/endpoint';
import { type ModelShow, type Refusal, refusals, type World } from './world.ts';

/** Numbers that chance gives; the world says what they mean at that moment. */
export interface Chances {
  who: number;
  which: number;
  other: number;
  /** Which version it is based on. */
  based: 'newest' | 'before' | 'future';
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

export const nobody = '00000000-0000-7000-8000-000000000000';
export const one = <T>(from: readonly T[], number: number): T | undefined =>
  from[number % Math.max(1, from.length)];
export const textOf = (told: unknown) => (typeof told === 'string' ? told : '');

/** Whether a change of something at this version is based on another one: before the first there is none. */
export const isStale = ({ based }: Chances, version: number | undefined) =>
  version !== undefined && (based === 'future' || (based === 'before' && version > 1));

/** The version that an If-Match names: the newest, the one before it, or one that is yet to come. */
export const versionFor = (chances: Chances, version: number | undefined) => {
  if (version === undefined || !isStale(chances, version)) return version;
  return chances.based === 'future' ? version + 1 : version - 1;
};

export const showOf = ({ shows }: World, { which }: Chances) => one(shows, which);
export const liveGone = (found: ModelShow | undefined) => (found?.isLive ? undefined : refusals.showGone);

export function changedBy(found: ModelShow, change: () => void): void {
  change();
  found.version += 1;
}
