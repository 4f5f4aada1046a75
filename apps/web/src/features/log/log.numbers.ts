import type { Entry } from '@monkey-tracker/contract/entries';

export interface Numbers {
  entriesCount: number;
  completedCount: number;
  noLaunchCount: number;
  abortCount: number;
}

/** The counts of a show, by the names of the dictionary. */
export function numbersOf(entries: readonly Pick<Entry, 'status'>[]): Numbers {
  const count = (status: Entry['status']) => entries.filter((entry) => entry.status === status).length;
  return {
    entriesCount: entries.length,
    completedCount: count('Completed'),
    noLaunchCount: count('No-launch'),
    abortCount: count('Abort'),
  };
}
