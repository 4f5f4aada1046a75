import type { Db } from '@monkey-tracker/db/client';
import { sql } from 'drizzle-orm';
import { entrySample } from '../load/request.ts';

/** Shows that entries are written to: enough that each stays as long as a show is. */
export const writtenShows = 500;
/** Ids that a script can compute: `…-000000000001` onwards. */
const idOf = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const writtenIds = Array.from({ length: writtenShows }, (_, index) => idOf(index + 1));

const anyId = (ids: readonly string[]) => sql`any(${`{${ids.join(',')}}`}::uuid[])`;

/** The five shows of today with twelve entries each: what a list answers on a usual evening. @returns their ids. */
export async function seedLiveShows(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into shows (date, time, label, crew, lead_pilot, monkey_lead, notes, day_slot)
    select server_now()::date, '23:0' || n, 'Main ' || n, '{Alex,Nick,Robert}', 'Nazar', 'Cleo', 'wind 3 m/s from the west', 0
    from generate_series(1, 5) n returning id`);
  const ids = rows.map(({ id }) => id);
  await db.execute(sql`
    insert into entries (show_id, unit_id, planned, launched, status, operator, battery_id, command_rx, notes)
    select s.id, 'D' || n, 'Yes', 'Yes', 'Completed', 'Pilot ' || n, ${entrySample.batteryId}, 'Yes', ${entrySample.notes}
    from shows s, generate_series(1, 12) n where s.id = ${anyId(ids)}`);
  await db.execute(sql`vacuum analyze`);
  return ids;
}

/** Empty shows of the next months, anew: what the measurement before has written is gone. */
export async function seedWrittenShows(db: Db): Promise<string[]> {
  await removeWrittenShows(db);
  await db.execute(sql`
    insert into shows (id, date, time, label, crew, lead_pilot, monkey_lead, day_slot)
    select id, server_now()::date + 1 + (n / 5)::int, '20:00', 'Main', '{Alex,Nick,Robert}', 'Nazar', 'Cleo', 0
    from unnest(${`{${writtenIds.join(',')}}`}::uuid[]) with ordinality ids(id, n)`);
  await db.execute(sql`vacuum analyze shows`);
  return writtenIds;
}

export async function removeWrittenShows(db: Db): Promise<void> {
  await db.transaction(async (db) => {
    // Without the triggers, each of which would change the show of a deleted entry.
    await db.execute(sql`set local session_replication_role = replica`);
    await db.execute(sql`delete from entries where show_id in (select id from shows where label = 'Main')`);
    await db.execute(sql`delete from shows where label = 'Main'`);
  });
  // Whatever is measured next shall not wade through what this one left.
  await db.execute(sql`vacuum analyze shows, entries, idempotency_records`);
}
