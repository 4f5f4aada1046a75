import { expect, it, onTestFinished } from 'vitest';
import pg from 'pg';
import { toPoolConfig } from './connection.ts';
import { findDrift } from './drift.ts';
import { migrate } from './migrate.ts';
import { createTestDatabase } from './testing/database.ts';

async function migrated(schema = 'public') {
  const parts = { ...(await createTestDatabase(schema === 'public' ? 'migrated' : 'empty')), schema };
  const client = new pg.Client(toPoolConfig(parts));
  await client.connect();
  onTestFinished(() => client.end());
  return { parts, client };
}

it('a database as its migrations made it has no drift, in whatever schema', async () => {
  const { parts } = await migrated();
  expect(await findDrift(parts)).toEqual([]);
  const other = await migrated('venue_7');
  await other.client.query('create schema venue_7');
  await migrate(other.parts);
  expect(await findDrift(other.parts)).toEqual([]);
});

it('what somebody changed by hand is named', async () => {
  const { parts, client } = await migrated();
  await client.query('create table by_hand (id int)');
  await client.query('alter table events disable trigger events_guard');
  await client.query('drop index events_type_index');
  await client.query('alter table shows drop column notes cascade');
  const drift = await findDrift(parts);
  expect(drift).toEqual(
    expect.arrayContaining([
      { kind: 'extra', what: 'table by_hand' },
      { kind: 'different', what: 'trigger events.events_guard' },
      { kind: 'missing', what: 'index events_type_index' },
      { kind: 'missing', what: 'column shows.notes' },
      { kind: 'missing', what: "column shows.notes of the program's schema" },
    ]),
  );
});

it('looking for drift leaves nothing behind', async () => {
  const { parts, client } = await migrated();
  await findDrift(parts);
  const { rows } = await client.query(`select nspname from pg_namespace where nspname like 'mt_check%'`);
  expect(rows).toEqual([]);
});
