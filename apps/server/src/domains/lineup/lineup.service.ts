import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import type { LineupPilot } from '@monkey-tracker/contract/lineup';
import type { Db } from '@monkey-tracker/db/client';
import * as queries from './lineup.queries.ts';

/** So many of the newest archived shows are looked at: more than a week of full days. */
const snapshots = 40;

/** What each pilot flew last, by the time at which it happened; every spelling of a name is one pilot. */
export async function readLineup(db: Db): Promise<{ pilots: LineupPilot[] }> {
  const pilots = new Map<string, LineupPilot>();
  for (const flight of await queries.flightsNewestFirst(db, snapshots)) {
    const key = pilotKey(flight.operator);
    if (!pilots.has(key)) pilots.set(key, flight);
  }
  return { pilots: [...pilots.values()] };
}
