import pg from 'pg';
import { journalTable } from './journal.ts';
import { quoteName } from './names.ts';

/** Everything of a schema that migrations make, one row for each: what it is, and its definition. */
const everything = `
  with relation as (
    select c.oid, c.relname, c.relkind, c.relpersistence, c.reloptions from pg_class c
    where c.relnamespace = $1::regnamespace and c.relname <> $2
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e'))
  select 'table ' || relname as what, relpersistence::text || coalesce(' ' || reloptions::text, '') as definition
    from relation where relkind = 'r'
  union all select 'view ' || relname, pg_get_viewdef(oid) from relation where relkind = 'v'
  union all select 'column ' || relname || '.' || attname, concat_ws(' ', format_type(atttypid, atttypmod),
      case when attnotnull then 'not null' end, attgenerated, attidentity, pg_get_expr(adbin, adrelid))
    from relation r join pg_attribute a on a.attrelid = r.oid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where relkind = 'r' and attnum > 0 and not attisdropped
  union all select 'constraint ' || relname || '.' || conname, pg_get_constraintdef(k.oid)
    from pg_constraint k join relation r on r.oid = k.conrelid where k.contype <> 'n'
  union all select 'index ' || i.relname, pg_get_indexdef(x.indexrelid)
    from pg_index x join relation r on r.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
  union all select 'trigger ' || relname || '.' || tgname, tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
    from pg_trigger t join relation r on r.oid = t.tgrelid where not tgisinternal
  union all select 'function ' || p.oid::regprocedure::text, pg_get_functiondef(p.oid)
    from pg_proc p where pronamespace = $1::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all select 'type ' || typname, string_agg(enumlabel, ', ' order by enumsortorder)
    from pg_type t join pg_enum e on e.enumtypid = t.oid where typnamespace = $1::regnamespace group by typname`;

/** What a schema holds, by name, with definitions that can be compared between schemas. The journal is left out. */
export async function describeSchema(client: pg.Client, schema: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ what: string; definition: string | null }>(everything, [
    quoteName(schema),
    journalTable,
  ]);
  // PostgreSQL writes the schema's name into some definitions, whatever the search path.
  const own = new RegExp(`(?:${quoteName(schema)}|\\b${schema})\\.`, 'g');
  const pinned = `SET search_path TO ${pg.escapeLiteral(schema)}, `;
  const comparable = (text: string) => text.replace(own, '').replace(pinned, 'SET search_path TO its own, ');
  return new Map(rows.map(({ what, definition }) => [what.replace(own, ''), comparable(definition ?? '')]));
}
