import type pg from 'pg';
import { quoteName } from '../names.ts';

const foreignKeys = `
  select r.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class r on r.oid = k.conrelid
  where k.contype = 'f' and r.relnamespace = current_schema()::regnamespace`;

/**
 * Takes triggers and foreign keys off, so that rows come back byte for byte and in any order; an owner may, where
 * session_replication_role is for superusers only. @returns how to put them back: the keys are checked then.
 */
export async function liftPromises(client: pg.Client, tables: string[]): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(foreignKeys);
  for (const table of tables) await client.query(`alter table ${quoteName(table)} disable trigger user`);
  for (const { table, name } of keys)
    await client.query(`alter table ${quoteName(table)} drop constraint ${quoteName(name)}`);
  return async () => {
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${quoteName(table)} add constraint ${quoteName(name)} ${definition}`);
    for (const table of tables) await client.query(`alter table ${quoteName(table)} enable trigger user`);
  };
}
