import { tidyRoster } from '@monkey-tracker/contract/staff';
import { storable } from '@monkey-tracker/contract/text';
import type { Db } from '@monkey-tracker/db/client';
import { z } from 'zod';
import * as queries from './import.queries.ts';
import type { Ledger } from './ledger.ts';
import { wordsOf } from './import.errors.ts';

const name = storable(200);
const names = z.array(z.unknown()).max(10_000).nullish();
const rosters = z.strictObject({ crew: names, pilots: names, monkeyLeads: names });

/** Adds the names that are missing; nobody who is on a roster here leaves it. */
export async function takeNames(db: Db, staff: unknown, ledger: Ledger): Promise<void> {
  const parsed = rosters.safeParse(staff);
  if (!parsed.success) {
    ledger.refuseName('staff', wordsOf(parsed.error));
    return;
  }
  for (const roster of queries.rosterNames) {
    const good: string[] = [];
    for (const [index, given] of (parsed.data[roster] ?? []).entries()) {
      const judged = name.safeParse(given);
      if (judged.success) good.push(judged.data);
      else ledger.refuseName(`staff.${roster}[${index}]`, wordsOf(judged.error));
    }
    const wanted = tidyRoster(good);
    const added = await queries.addNames(db, roster, wanted);
    ledger.names('imported', added);
    ledger.names('present', wanted.length - added);
  }
}
