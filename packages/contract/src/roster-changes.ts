import { pilotKey } from './entry-rules.ts';
import { tidyRoster } from './staff.ts';

/** What a list of names would make of a roster; names as they will stand. */
export interface RosterChange {
  result: string[];
  added: string[];
  removed: string[];
  /** Names of the list that another one of it makes needless: the same, or the same in another spelling. */
  alike: { name: string; as: string }[];
}

/** Names that somebody pasted: one on a line, or in cells of a table; in one line also between commas. */
export function namesIn(pasted: string): string[] {
  const cells = pasted.split(/[\n\r\t;]+/);
  const names = cells.length === 1 ? pasted.split(',') : cells;
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** Compares a roster with the list that is to replace it. */
export function rosterChange(roster: readonly string[], list: readonly string[]): RosterChange {
  const result = tidyRoster(list);
  const first = new Map<string, string>();
  const alike: RosterChange['alike'] = [];
  for (const name of list.map((one) => one.trim()).filter((one) => one !== '')) {
    const as = first.get(pilotKey(name));
    if (as === undefined) first.set(pilotKey(name), name);
    else alike.push({ name, as });
  }
  return {
    result,
    added: result.filter((name) => !roster.includes(name)),
    removed: roster.filter((name) => !result.includes(name)),
    alike,
  };
}

/** Does to a roster what somebody did to the one that they saw: what others changed meanwhile stays. */
export function mergedRoster(
  now: readonly string[],
  seen: readonly string[],
  wanted: readonly string[],
): string[] {
  const { added, removed } = rosterChange(seen, wanted);
  return tidyRoster([...now.filter((name) => !removed.includes(name)), ...added]);
}
