import type { Chances } from './deed.ts';
import { accountDeeds } from './deeds.accounts.ts';
import { entryDeeds } from './deeds.entries.ts';
import { showDeeds } from './deeds.shows.ts';

export const deeds = { ...showDeeds, ...entryDeeds, ...accountDeeds };

/** One thing that somebody does. */
export interface Step extends Chances {
  deed: keyof typeof deeds;
}

export const deedNames = Object.keys(deeds) as (keyof typeof deeds)[];
