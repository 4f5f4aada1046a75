import type { Db } from '@monkey-tracker/db/client';
import { sql } from 'drizzle-orm';

/** What the database says of itself and of the log; moments are epoch milliseconds. */
export interface Figures extends Record<string, unknown> {
  serverVersion: string;
  active: number;
  archived: number;
  lastSweepAt: number | null;
  purgeStopped: string | null;
  purgeDue: number;
  head: number;
}

export async function readFigures(db: Db): Promise<Figures> {
  const { rows } = await db.execute<Figures>(sql`
    select current_setting('server_version') as "serverVersion",
      (select count(*) from active_shows)::int as "active",
      (select count(*) from show_archive)::int as "archived",
      (select count(*) from archived_shows where purged_at <= server_now())::int as "purgeDue",
      epoch_ms(c.last_sweep_at)::float8 as "lastSweepAt", c.purge_stopped as "purgeStopped",
      h.seq::float8 as "head"
    from app_config c, event_head h`);
  if (!rows[0]) throw new Error('the rows of app_config and event_head are missing');
  return rows[0];
}
