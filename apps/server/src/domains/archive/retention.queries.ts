import type { Retention } from '@monkey-tracker/contract/retention';
import type { Db } from '@monkey-tracker/db/client';
import { appConfig } from '@monkey-tracker/db/schema/config';
import { sql } from 'drizzle-orm';

export async function read(db: Db): Promise<Retention> {
  const { rows } = await db.execute<{ [K in keyof Retention]: Retention[K] }>(sql`
    select c.retention_months as months, a.total, a.due, a."nextAt", a."byMonth", c.purge_stopped as stopped,
      case when c.purge_paused_at is not null then json_build_object('at', epoch_ms(c.purge_paused_at),
        'by', (select json_build_object('id', u.id, 'displayName', u.display_name)
          from users u where u.id = c.purge_paused_by)) end as paused
    from app_config c, (
      select sum(count)::int as total, coalesce(sum(due), 0)::int as due,
        epoch_ms(min(first))::float8 as "nextAt",
        coalesce(json_agg(json_build_object('month', month, 'count', count) order by month)
          filter (where month is not null), '[]') as "byMonth"
      from (
        select to_char(purged_at, 'YYYY-MM') as month, count(*) as count, min(purged_at) as first,
          count(*) filter (where purged_at <= server_now()) as due
        from archived_shows group by 1
        union all select null, 0, null, 0
      ) months
    ) a`);
  if (!rows[0]) throw new Error('the row of app_config is missing');
  return rows[0];
}

/** Holds the settings until the transaction ends. @returns whether the purge is paused. */
export async function lockPaused(db: Db): Promise<boolean> {
  const [row] = await db.select({ pausedAt: appConfig.purgePausedAt }).from(appConfig).for('update');
  return Boolean(row?.pausedAt);
}

export async function setPaused(db: Db, paused: boolean, by: string | null): Promise<void> {
  await db.update(appConfig).set({
    purgePausedAt: paused ? sql`server_now()` : null,
    purgePausedBy: paused ? by : null,
  });
}
