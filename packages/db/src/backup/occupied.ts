import type pg from 'pg';

/** How many connections Monkey Tracker's servers hold to this database. */
export async function serversConnected(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    `select count(*)::int as servers from pg_stat_activity
     where datname = current_database() and application_name = 'monkey-tracker' and pid <> pg_backend_pid()`,
  );
  return rows[0].servers;
}

/** Whether the schema's tables hold more than a new installation does; tables that are not ours count as data. */
export async function holdsData(client: pg.Client): Promise<boolean> {
  const { rows: found } = await client.query(`select to_regclass('users') is null as strange`);
  if (found[0].strange) return true;
  const { rows } = await client.query(
    `select exists (select from users) or exists (select from shows) or exists (select from show_archive)
       or (select seq > 0 from event_head) as has`,
  );
  return rows[0].has;
}
