import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from './client.ts';
import type { ConnectionParts } from './connection.ts';
import { silentLog } from './log.ts';
import { createTestDatabase } from './testing/database.ts';
import { openLine } from './testing/line.ts';

async function setUp(change: Partial<ConnectionParts> = {}, of?: ConnectionParts) {
  const warnings: { fields: object; message: string }[] = [];
  const parts = { ...(of ?? (await createTestDatabase())), ...change };
  const log = { ...silentLog, warn: (fields: object, message: string) => warnings.push({ fields, message }) };
  const database = openDatabase(parts, log);
  onTestFinished(() => database.close());
  return { ...database, database, warnings };
}

describe('the pool', () => {
  it('warns of slow queries without their parameters', async () => {
    const { db, warnings } = await setUp({ slowQueryMs: 30 });
    await db.execute(sql`select ${'a secret'}::text`);
    expect(warnings).toEqual([]);
    await db.execute(sql`select pg_sleep(0.05), ${'a secret'}::text`);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({
      message: '[storage] PostgreSQL slow query',
      fields: { sql: 'select pg_sleep(0.05), $1::text', durationMs: expect.any(Number) },
    });
    expect(JSON.stringify(warnings)).not.toContain('a secret');
  });

  it('survives the end of all its connections', async () => {
    const { db } = await setUp();
    await Promise.all([1, 2, 3].map(() => db.execute(sql`select 1`)));
    const ended = db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database()`);
    await ended.catch(() => {});
    await expect
      .poll(() =>
        db.execute(sql`select 1 as one`).then(
          ({ rows }) => rows,
          () => [],
        ),
      )
      .toEqual([{ one: 1 }]);
  });

  it('tells how full it is, and refuses in words who waits too long', async () => {
    const { db, stats } = await setUp({ poolMax: 2, connectTimeoutMs: 500 });
    const busy = Promise.all([1, 2].map(() => db.execute(sql`select pg_sleep(2)`)));
    await expect.poll(() => stats().total, { interval: 5 }).toBe(2);
    const waiting = db.execute(sql`select 1`).then(({ rows }) => rows);
    await expect.poll(() => stats().waiting, { interval: 5 }).toBe(1);
    await expect(waiting).rejects.toMatchObject({ cause: { message: expect.stringContaining('timeout') } });
    await busy;
    expect(stats()).toMatchObject({ waiting: 0, max: 2 });
  });

  it('gives up what never answers, with all idle connections beside it, and works again once the line does', async () => {
    const parts = await createTestDatabase();
    const line = await openLine(parts.port);
    onTestFinished(() => line.close());
    const { db, stats } = await setUp({ port: line.port, statementTimeoutMs: 300, poolMax: 3 }, parts);
    await Promise.all([1, 2, 3].map(() => db.execute(sql`select pg_sleep(0.05)`)));
    expect(stats()).toMatchObject({ total: 3, idle: 3 });
    line.become('dead');
    const lost = db.execute(sql`select 1`);
    await expect(lost).rejects.toMatchObject({ cause: { message: 'Connection terminated: no answer came' } });
    expect(stats().total).toBe(0);
    line.become('good');
    await expect(db.execute(sql`select 1 as one`)).resolves.toMatchObject({ rows: [{ one: 1 }] });
  });

  it('leaves transactions alone when it gives up another connection', async () => {
    const parts = await createTestDatabase();
    const line = await openLine(parts.port);
    onTestFinished(() => line.close());
    const { db } = await setUp({ port: line.port, statementTimeoutMs: 300 }, parts);
    await db.execute(sql`select 1`);
    // The connection that there is never comes back to life; the next one is good.
    line.become('dead');
    line.become('good');
    const lost = db.execute(sql`select 1`).then(({ rows }) => rows);
    const kept = db.transaction(async (db) => {
      await db.execute(sql`create temp table kept (one int)`);
      await expect(lost).rejects.toThrow();
      return (await db.execute(sql`select * from kept`)).rows;
    });
    await expect(kept).resolves.toEqual([]);
  });

  it('waits for a transaction that has set a limit of its own', async () => {
    const { db } = await setUp({ statementTimeoutMs: 100 });
    const slept = db.transaction(async (db) => {
      await db.execute(sql`set local statement_timeout = 0`);
      await db.execute(sql`select pg_sleep(2.5)`);
      return 'slept';
    });
    await expect(slept).resolves.toBe('slept');
    await expect(db.execute(sql`select pg_sleep(2.5)`)).rejects.toMatchObject({ cause: { code: '57014' } });
  });

  it('keeps each connection to its schema, its time limit and UTC', async () => {
    const { db, parts } = await setUp();
    const { rows } =
      await db.execute(sql`select current_schema() as schema, current_setting('timezone') as zone,
      current_setting('application_name') as name, current_setting('statement_timeout') as "limit"`);
    expect(rows).toEqual([{ schema: parts.schema, zone: 'UTC', name: parts.applicationName, limit: '20s' }]);
  });

  it('shifts the clock of a test’s connections and no other', async () => {
    const { parts } = await setUp();
    const shifted = openDatabase({ ...parts, clockOffset: '2 days 1 hour' }, silentLog);
    onTestFinished(() => shifted.close());
    const { rows } = await shifted.db.execute(sql`select (server_now() - now() > '2 days') as shifted`);
    expect(rows).toEqual([{ shifted: true }]);
  });
});
