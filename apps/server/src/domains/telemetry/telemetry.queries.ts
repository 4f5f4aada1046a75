import type { Db } from '@monkey-tracker/db/client';
import { sql } from 'drizzle-orm';

/** What the database knows; moments and durations are seconds. */
export interface Figures extends Record<string, unknown> {
  head: number;
  active: number;
  archived: number;
  sweptAt: number | null;
  purgeStopped: number;
  /** Sign-ins that the throttle counts at this moment. */
  throttled: number;
}

export async function readFigures(db: Db): Promise<Figures | undefined> {
  const { rows } = await db.execute<Figures>(sql`
    select h.seq::float8 as "head",
      (select count(*) from active_shows)::int as "active",
      (select count(*) from show_archive)::int as "archived",
      extract(epoch from c.last_sweep_at)::float8 as "sweptAt",
      (c.purge_stopped is not null)::int as "purgeStopped",
      (select coalesce(sum(attempts), 0) from sign_in_throttle
        where window_started_at > server_now() - interval '15 minutes')::int as "throttled"
    from app_config c, event_head h`);
  return rows[0];
}
