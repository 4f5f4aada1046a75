import type pg from 'pg';
import { pinnedFunctions } from './lent-functions.ts';
import { quoteName } from './names.ts';

/**
 * Each table, view, function and type of a schema that no extension brought, as the statement that moves it.
 * Functions go first: their names tell types by schema. Ours with their owner's rights work in the new schema from then on.
 * Another owner's functions stay where they are: who may not alter them cannot move them.
 */
const movable = `
  with ours as (
    select 'table' as kind, 1 as place, oid, 'pg_class'::regclass as catalogue, oid::regclass::text as name
      from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p')
    union all select 'sequence', 2, oid, 'pg_class'::regclass, oid::regclass::text
      from pg_class s where relnamespace = $1::regnamespace and relkind = 'S'
        and not exists (select from pg_depend d where d.objid = s.oid and d.deptype in ('a', 'i'))
    union all select 'view', 3, oid, 'pg_class'::regclass, oid::regclass::text
      from pg_class where relnamespace = $1::regnamespace and relkind = 'v'
    union all select case prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end, 0, oid,
      'pg_proc'::regclass, oid::regprocedure::text from pg_proc
        where pronamespace = $1::regnamespace and pg_has_role(proowner, 'usage')
    union all select 'type', 5, oid, 'pg_type'::regclass, oid::regtype::text
      from pg_type where typnamespace = $1::regnamespace and typtype in ('e', 'd', 'r'))
  select format('alter function %s set search_path = %s, pg_temp', oid::regprocedure, $2::text) as statement,
    -1 as place, proname::text as name from pg_proc
    where oid in (select to_regprocedure($1::text || '.' || pinned) from unnest($3::text[]) pinned)
  union all select format('alter %s %s set schema %s', kind, name, $2::text), place, name from ours o
  where not exists (
    select from pg_depend d where d.classid = o.catalogue and d.objid = o.oid and d.deptype = 'e')
  order by place, name`;

/**
 * Moves all that a schema holds into another one, which has none of it; rights and default rights of both schemas stay,
 * and so do extensions. Call it in a transaction, as the owner. Its search path must be empty: names are then whole.
 */
export async function moveObjects(client: pg.Client, from: string, to: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(movable, [
    quoteName(from),
    quoteName(to),
    pinnedFunctions,
  ]);
  for (const { statement } of rows) await client.query(statement);
}

/** Whether a schema holds tables. */
export async function hasTables(client: pg.Client, schema: string): Promise<boolean> {
  const { rows } = await client.query(
    `select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind in ('r', 'p')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as has`,
    [schema],
  );
  return rows[0]?.has === true;
}
