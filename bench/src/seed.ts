import { issues } from '@monkey-tracker/contract/values';
import type { Db } from '@monkey-tracker/db/client';
import { sql } from 'drizzle-orm';

const entriesOfShow = 12;
const years = 10;
/** Shows in one statement; each is a transaction, as an import's batch is. */
const batch = 500;

const kinds = sql.raw(
  `array[${Object.entries(issues)
    .flatMap(([issue, subs]) => (subs.length === 0 ? [[issue, '']] : subs.map((sub) => [issue, sub])))
    .map((pair) => `'${JSON.stringify(pair)}'::jsonb`)
    .join(', ')}]`,
);

/** A number below `below` that is always the same for one place of the archive. */
const dice = (salt: number, below: number) =>
  sql.raw(`(hashint8extended(n * 100 + p, ${salt}) & 2147483647) % ${below}`);

/**
 * Fills the archive up to so many entries, spread evenly over ten years that end yesterday. One entry in six has an issue,
 * two in five have no delay, as in the old archive. @returns seconds.
 */
export async function fill(db: Db, entries: number): Promise<number> {
  const started = performance.now();
  const shows = Math.ceil(entries / entriesOfShow);
  const { rows } = await db.execute<{ count: number }>(sql`select count(*)::int as count from show_archive`);
  for (let from = rows[0]?.count ?? 0; from < shows; from += batch) {
    await insert(db, from, Math.min(from + batch, shows) - 1, shows);
  }
  await db.execute(sql`vacuum analyze`);
  return (performance.now() - started) / 1_000;
}

const insert = (db: Db, first: number, last: number, shows: number) =>
  db.execute(sql`
    insert into show_archive (id, data, show_date, created_at, archived_at)
    select id, jsonb_build_object('id', id, 'date', day, 'time', lpad((10 + n % 13)::text, 2, '0') || ':00',
        'label', 'Main ' || n % 5 + 1, 'crew', jsonb_build_array('Alex', 'Nick', 'Robert'), 'leadPilot', 'Pilot ' || n % 12,
        'monkeyLead', 'Lead ' || n % 4, 'notes', '', 'entries', entries, 'createdAt', epoch_ms(at), 'updatedAt', epoch_ms(at),
        'version', 13, 'createdBy', null, 'updatedBy', null), day, at, at + interval '1 day'
    from (
      select n, uuid_v7() as id, at, at::date as day from (
        select n, date_trunc('day', now()) - make_interval(years => ${years})
          + make_interval(secs => n * extract(epoch from make_interval(days => ${years} * 365))::float8 / ${shows}::float8) as at
        from generate_series(${first}::bigint, ${last}::bigint) n
      ) moments
    ) shows, lateral (
      select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'ts', epoch_ms(at + make_interval(mins => p::int)),
        'unitId', 'D' || p, 'operator', 'Pilot ' || p, 'batteryId', 'B-' || ${dice(1, 36)}, 'commandRx', 'Yes',
        'planned', 'Yes', 'launched', case when ${dice(2, 100)} < 5 then 'No' else 'Yes' end,
        'status', case when ${dice(2, 100)} < 5 then 'No-launch' when ${dice(2, 100)} < 9 then 'Abort' else 'Completed' end,
        'primaryIssue', case when wrong then kind->>0 else '' end, 'subIssue', case when wrong then kind->>1 else '' end,
        'otherDetail', case when wrong then 'seen from the booth' else '' end,
        'severity', case when wrong then (array['Critical show stop', 'Major visible', 'Minor contained'])[1 + ${dice(3, 3)}] else '' end,
        'rootCause', case when wrong then (array['Hardware', 'Software', 'Ops', 'Environment', 'Unknown'])[1 + ${dice(4, 5)}] else '' end,
        'actions', case when wrong then jsonb_build_array('Reboot', 'Logged only') else '[]' end,
        'delaySec', case when ${dice(5, 5)} < 2 then null else ${dice(6, 900)} / 10.0 end,
        'notes', case when ${dice(7, 10)} = 0 then 'battery warm, -2 % in 40 s' else '' end, 'version', 1,
        'createdBy', null, 'updatedBy', null, 'createdAt', epoch_ms(at), 'updatedAt', epoch_ms(at))) as entries
      from generate_series(1, ${entriesOfShow}::bigint) p,
        lateral (select ${dice(2, 100)} < 17 as wrong, (${kinds})[1 + ${dice(8, 36)}] as kind) chance
    ) lines`);
