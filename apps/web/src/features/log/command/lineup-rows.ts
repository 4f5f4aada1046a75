import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import type { LoggedShow } from '../log.record.ts';
import type { LoggedRow } from './use-run.ts';

/** The pilots of a show, the roster's first, with what is logged and else the unit that each flew last. */
export function lineupRows(
  pilots: readonly string[],
  show: LoggedShow,
  shows: readonly LoggedShow[],
): LoggedRow[] {
  const logged = new Map(show.entries.map((entry) => [pilotKey(entry.operator), entry]));
  const lastUnits = new Map(
    shows
      .toSorted((a, b) => `${a.date} ${a.time}`.localeCompare(`${b.date} ${b.time}`))
      .flatMap(({ entries }) => entries.map(({ operator, unitId }) => [pilotKey(operator), unitId] as const)),
  );
  const names = new Map(pilots.map((name) => [pilotKey(name), name]));
  for (const [key, { operator }] of logged) if (!names.has(key)) names.set(key, operator);
  return [...names].map(([key, operator], index) => {
    const entry = logged.get(key);
    const unitId = entry?.unitId ?? lastUnits.get(key) ?? '';
    return { number: index + 1, operator: entry?.operator ?? operator, unitId, ...(entry && { entry }) };
  });
}
