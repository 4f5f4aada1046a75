import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { toPoolConfig } from './connection.ts';
import { provision } from './provision.ts';
import { createTestDatabase } from './testing/database.ts';

async function connect(parts: Parameters<typeof toPoolConfig>[0]) {
  const client = new pg.Client(toPoolConfig(parts));
  await client.connect();
  return client;
}

it('a missing database and schema are made once, also by four servers at the same instant', async () => {
  const existing = await createTestDatabase('empty');
  const parts = { ...existing, database: `mt_new_${randomUUID().slice(0, 8)}`, schema: 'tracker' };
  onTestFinished(async () => {
    const client = await connect(existing);
    await client.query(`drop database ${parts.database} with (force)`);
    await client.end();
  });
  const made = await Promise.all(Array.from({ length: 4 }, () => provision(parts)));
  expect(made.flat()).toContain(`database ${parts.database}`);
  expect(made.flat()).toContain('schema tracker');
  expect(await provision(parts)).toEqual([]);
});

it('a role that may not create the database is told so in words', async () => {
  const existing = await createTestDatabase('empty');
  const role = `mt_role_${randomUUID().slice(0, 8)}`;
  const client = await connect(existing);
  await client.query(`create role ${role} login password 'test'`);
  onTestFinished(async () => {
    await client.query(`drop role ${role}`);
    await client.end();
  });
  const parts = { ...existing, user: role, password: 'test', database: `mt_missing_${role}` };
  await expect(provision(parts)).rejects.toThrow('is missing, and');
});

it('a schema with the old product’s tables is left alone, with advice', async () => {
  const parts = await createTestDatabase('empty');
  const client = await connect(parts);
  await client.query('create table shows (id uuid, data jsonb, updated_at timestamptz)');
  await client.end();
  await expect(provision(parts)).rejects.toThrow('Name another one in DATABASE_SCHEMA');
});
