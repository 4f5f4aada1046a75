import type pg from 'pg';
import { journalTable } from '../journal.ts';
import { quoteName } from '../names.ts';

/** A table to copy: its columns but generated ones, and what its rows are ordered by, as SQL. */
export interface CopiedTable {
  name: string;
  columns: string[];
  order: string[];
}

/** Ordinary tables of the search path's schema. What is unlogged does not outlive a crash, and no backup either. */
const listed = `
  select c.relname as name,
    array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
      and attgenerated = '' order by attnum) as columns,
    -- Text by its bytes, so that no database's own rules of sorting play a part.
    array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
      from pg_index i cross join unnest(i.indkey) with ordinality as k(attnum, place)
      join pg_attribute a on a.attnum = k.attnum and a.attrelid = i.indrelid
      where i.indrelid = c.oid and i.indisprimary order by place) as "order"
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> $1
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname`;

export async function listTables(client: pg.Client): Promise<CopiedTable[]> {
  return (await client.query<CopiedTable>(listed, [journalTable])).rows;
}

const list = (columns: string[]) => columns.map(quoteName).join(', ');

/** All rows in the order of the key: two databases with the same rows give the same text. */
export function copyOut({ name, columns, order }: CopiedTable): string {
  const byAll = columns.map((column) => `${quoteName(column)}::text collate "C"`);
  const by = (order.length > 0 ? order : byAll).join(', ');
  return `copy (select ${list(columns)} from ${quoteName(name)} order by ${by}) to stdout`;
}

export const copyIn = ({ name, columns }: Pick<CopiedTable, 'name' | 'columns'>): string =>
  `copy ${quoteName(name)} (${list(columns)}) from stdin`;

/** Sequences that columns own, through `serial` or as identity, and the newest number each has given. */
export async function readSequences(
  client: pg.Client,
): Promise<{ table: string; column: string; value: string }[]> {
  const { rows } = await client.query(
    `select t.relname as table, a.attname as column, s.last_value::text as value
     from pg_sequences s
     join pg_class c on c.relname = s.sequencename and c.relnamespace = current_schema()::regnamespace
     join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
     join pg_class t on t.oid = d.refobjid
     join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
     where s.schemaname = current_schema() and t.relname <> $1 and s.last_value is not null`,
    [journalTable],
  );
  return rows;
}

/** How text stands for values is fixed, whatever the server's settings. */
export async function fixFormats(client: pg.Client): Promise<void> {
  await client.query(`set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
    set local bytea_output = 'hex'; set local extra_float_digits = 1; set local timezone = 'UTC'`);
}
