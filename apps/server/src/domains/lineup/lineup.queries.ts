import type { LineupPilot } from '@monkey-tracker/contract/lineup';
import type { Db } from '@monkey-tracker/db/client';
import { showArchive } from '@monkey-tracker/db/schema/archive';
import { entries } from '@monkey-tracker/db/schema/entries';
import { sql } from 'drizzle-orm';

/** The flights of the active shows and of the newest snapshots that were not deleted, the newest first. */
export async function flightsNewestFirst(db: Db, snapshots: number): Promise<LineupPilot[]> {
  const { rows } = await db.execute<LineupPilot & Record<string, unknown>>(sql`
    with newest as (
      select data from ${showArchive} where deleted_at is null order by archived_at desc limit ${snapshots}
    ), flights as (
      select operator, unit_id, battery_id, (extract(epoch from ts) * 1000)::bigint as happened from ${entries}
      union all
      select entry->>'operator', entry->>'unitId', entry->>'batteryId', (entry->>'ts')::bigint
      from newest, jsonb_array_elements(data->'entries') as entry
    )
    select operator, unit_id as "unitId", coalesce(battery_id, '') as "batteryId"
    from flights where operator is not null and unit_id is not null
    order by happened desc
  `);
  return rows;
}
