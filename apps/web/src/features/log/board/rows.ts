import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import type { LineupPilot } from '@monkey-tracker/contract/lineup';
import type { LoggedEntry, LoggedShow } from '../log.record.ts';

/** A pilot's line on the board of a show, logged or still to be. */
export interface BoardRow {
  /** Its place on the board, from 1. */
  number: number;
  key: string;
  operator: string;
  /** The unit of the entry, else the one that this pilot flew last. */
  unitId: string;
  entry?: LoggedEntry;
}

/** The newest unit of each pilot in other shows, by pilot key. */
function lastUnits(lineup: readonly LineupPilot[], shows: readonly LoggedShow[], own: string) {
  const known = new Map(lineup.map(({ operator, unitId }) => [pilotKey(operator), unitId]));
  const entries = shows.filter(({ id }) => id !== own).flatMap((show) => show.entries);
  for (const { operator, unitId } of entries.toSorted((a, b) => a.ts - b.ts)) {
    known.set(pilotKey(operator), unitId);
  }
  return known;
}

interface Known {
  roster: readonly string[];
  /** Pilots that somebody added to this show's board by hand. */
  added: readonly string[];
  lineup: readonly LineupPilot[];
  shows: readonly LoggedShow[];
}

/** The roster's pilots in its order, then everybody else who is logged, each once. */
export function rowsOf(show: LoggedShow, { roster, added, lineup, shows }: Known): BoardRow[] {
  const logged = new Map(show.entries.map((entry) => [pilotKey(entry.operator), entry]));
  const units = lastUnits(lineup, shows, show.id);
  const names = [...roster, ...show.entries.map(({ operator }) => operator), ...added];
  const pilots = new Map<string, string>();
  for (const name of names) if (!pilots.has(pilotKey(name))) pilots.set(pilotKey(name), name);
  return [...pilots].map(([key, name], index) => {
    const entry = logged.get(key);
    return {
      number: index + 1,
      key,
      operator: entry?.operator ?? name,
      unitId: entry?.unitId ?? units.get(key) ?? '',
      entry,
    };
  });
}

/** Who comes after a pilot and has no entry yet, from the top again at the end. */
export function nextUnlogged(rows: readonly BoardRow[], after: string): BoardRow | undefined {
  const at = rows.findIndex(({ key }) => key === after);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))].find((row) => !row.entry);
}
