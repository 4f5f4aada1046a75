import type { Entry } from '@monkey-tracker/contract/entries';
import { pilotKey } from '@monkey-tracker/contract/entry-rules';

interface WallPilot<E> {
  name: string;
  /** What was logged; undefined while nothing is. */
  entry: E | undefined;
}

/** Everybody on the board: the roster in its order, then whoever else was logged. */
export function wallPilots<E extends Pick<Entry, 'operator'>>(
  roster: readonly string[],
  entries: readonly E[],
): WallPilot<E>[] {
  const logged = new Map(entries.map((entry) => [pilotKey(entry.operator), entry]));
  const known = new Set(roster.map(pilotKey));
  const guests = entries.filter(({ operator }) => !known.has(pilotKey(operator)));
  return [
    ...roster.map((name) => ({ name, entry: logged.get(pilotKey(name)) })),
    ...guests.map((entry) => ({ name: entry.operator, entry })),
  ];
}

/** How many columns let all of them be read from the other end of the room. */
export const columnsFor = (pilots: number): number =>
  pilots <= 4 ? 2 : pilots <= 9 ? 3 : pilots <= 16 ? 4 : 6;
