import type { TestApp } from '@monkey-tracker/server/src/testing/app.ts';
import { sql } from 'drizzle-orm';

/** A refusal may count an attempt, and is kept under its key. Nothing else may stay of it. */
const mayChange = ['sign_in_throttle', 'idempotency_records'];
/** That somebody was there is noted whatever they asked. */
const traces = ['last_used_at'];

/** How the database stands: the number of the newest change in the log, and which tables were changed since last asked. */
export interface Mark {
  head: number;
  tables: string;
}

/**
 * Notes which tables were changed by what was committed: triggers write it down, and with what is undone their note
 * goes, too. @returns asks for the mark
 */
export async function watchTables({ app }: TestApp): Promise<() => Promise<Mark>> {
  const { db } = app.database;
  await db.execute(sql`create schema watch`);
  await db.execute(sql`create table watch.touched (name text not null)`);
  await db.execute(
    sql.raw(`
    create function watch.note() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' or to_jsonb(old) - '{${traces.join()}}'::text[] <> to_jsonb(new) - '{${traces.join()}}'::text[] then
        insert into watch.touched values (tg_table_name);
      end if;
      return null;
    end $$`),
  );
  await db.execute(
    sql.raw(`
    do $$ declare one text; begin
      for one in select tablename from pg_tables where schemaname = 'public' and tablename <> all ('{${mayChange.join()}}') loop
        execute format('create trigger zzz_watch after insert or update or delete on %I for each row execute function watch.note()', one);
      end loop;
    end $$`),
  );
  return async () => {
    const { rows } = await db.execute<{ head: number; tables: string }>(sql`
      with gone as (delete from watch.touched returning name)
      select seq::int as head, (select coalesce(string_agg(distinct name, ' '), '') from gone) as tables from event_head`);
    return rows[0] ?? { head: 0, tables: '' };
  };
}
