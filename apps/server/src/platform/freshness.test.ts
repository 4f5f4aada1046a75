import { type Db, openDatabase } from '@monkey-tracker/db/client';
import { silentLog } from '@monkey-tracker/db/log';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Lasting, momentOf, remembered } from './freshness.ts';

/** Two pools on one database of numbers, as two servers or somebody in psql have them. */
async function setUp() {
  const parts = await createTestDatabase('empty');
  const open = () => {
    const database = openDatabase(parts, silentLog);
    onTestFinished(() => database.close());
    return database.db;
  };
  const [here, elsewhere] = [open(), open()];
  await here.execute(sql`create table numbers (id int primary key, n int not null)`);
  await here.execute(sql`insert into numbers select id, 0 from generate_series(1, 4) id`);
  await here.execute(
    sql`create function server_now() returns timestamptz language sql stable as 'select now()'`,
  );
  await here.execute(sql`create function epoch_ms(t timestamptz) returns bigint language sql immutable
    as 'select (extract(epoch from t) * 1000)::bigint'`);

  let readings = 0;
  const numbers = remembered(async (db: Db, ids: number[]) => {
    readings += 1;
    const { rows } = await db.execute<{ id: number; n: number }>(sql`select id, n from numbers`);
    return new Map<number, Lasting<number>>(
      rows.filter(({ id }) => ids.includes(id)).map(({ id, n }) => [id, { value: n, until: Infinity }]),
    );
  });
  return { here, elsewhere, numbers, readings: () => readings };
}

const raise = (db: Db, id = 1) => db.execute(sql`update numbers set n = n + 1 where id = ${id}`);

/** The ways in which a number can be raised, each ending when it is committed. */
const ways: Record<string, (db: Db, id?: number) => Promise<unknown>> = {
  'by a statement': raise,
  'in a transaction': (db, id) => db.transaction((db) => raise(db, id)),
  'in a transaction within another': (db, id) =>
    db.transaction((db) => db.transaction((db) => raise(db, id))),
  'beside something that was undone': (db, id) =>
    db.transaction(async (db) => {
      await raise(db, id);
      await db.transaction(async (db) => (await raise(db, id), db.rollback())).catch(() => {});
    }),
  'by a block of code with its own handler': (db, id = 1) =>
    db.execute(
      sql.raw(`do $$ begin
      begin update numbers set n = n + 1 where id = ${id}; exception when others then null; end; end $$`),
    ),
};

describe('a state of the database', () => {
  it.each(Object.entries(ways))('is another one after a change %s, made elsewhere', async (_, change) => {
    const { here, elsewhere, numbers } = await setUp();
    expect(await numbers.recall(here, await momentOf(here), 1)).toBe(0);
    await change(elsewhere);
    expect(await numbers.recall(here, await momentOf(here), 1)).toBe(1);
  });

  it('is another one once a change is committed that was under way when it was first asked for', async () => {
    const { here, elsewhere, numbers } = await setUp();
    const asked = async () => numbers.recall(here, await momentOf(here), 1);
    await elsewhere.transaction(async (db) => {
      await raise(db);
      expect(await asked()).toBe(0);
      await raise(here, 2);
      expect(await asked()).toBe(0);
    });
    expect(await asked()).toBe(1);
  });

  it('is another one after the connections were lost: a server that crashed counts anew', async () => {
    const { here } = await setUp();
    const counted = ({ state }: { state: string }) => Number(state.split(' ')[0]);
    const before = await momentOf(here);
    await here
      .execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()`)
      .catch(() => {});
    const after = () => momentOf(here).then(counted, () => 0);
    await expect.poll(after).toBeGreaterThan(counted(before));
  });
});

describe('what was read', () => {
  it('is read again only where the state is another one, or the clock has ended it', async () => {
    const { here, readings } = await setUp();
    const until = (await momentOf(here)).at + 60_000;
    let read = 0;
    const { recall } = remembered(async () => new Map([['a', { value: (read += 1), until }]]));
    const moment = await momentOf(here);
    expect(await recall(here, moment, 'a')).toBe(1);
    expect(await recall(here, { ...moment, at: until - 1 }, 'a')).toBe(1);
    expect(await recall(here, { ...moment, at: until }, 'a')).toBe(2);
    expect(await recall(here, { ...moment, state: 'another' }, 'a')).toBe(3);
    expect(readings()).toBe(0);
  });

  it('and not found is not looked for again either, until something changes', async () => {
    const { here, numbers, readings } = await setUp();
    const moment = await momentOf(here);
    expect(await numbers.recall(here, moment, 9)).toBeUndefined();
    expect(await numbers.recall(here, moment, 9)).toBeUndefined();
    expect(readings()).toBe(1);
    await here.execute(sql`insert into numbers values (9, 5)`);
    expect(await numbers.recall(here, await momentOf(here), 9)).toBe(5);
  });

  it('of one database is never told of another, though their numbers be the same', async () => {
    const { here, numbers } = await setUp();
    const other = await setUp();
    await raise(other.here);
    const moment = { state: 'the same', at: 0 };
    expect(await numbers.recall(here, moment, 1)).toBe(0);
    expect(await numbers.recall(other.here, moment, 1)).toBe(1);
  });

  it('is never older than what was acknowledged before somebody asked, however many write', async () => {
    const { here, elsewhere, numbers } = await setUp();
    const ids = [1, 2, 3, 4];
    const rounds = 60;
    const acknowledged = new Map(ids.map((id) => [id, 0]));
    const kinds = Object.values(ways);
    const write = async (id: number) => {
      for (let round = 1; round <= rounds; round += 1) {
        await kinds[(round + id) % kinds.length]?.(round % 2 ? here : elsewhere, id);
        acknowledged.set(id, round);
      }
    };
    const read = async (reader: number) => {
      for (let round = reader; [...acknowledged.values()].some((n) => n < rounds); round += 1) {
        const id = 1 + (round % ids.length);
        const least = acknowledged.get(id) ?? 0;
        const found = await numbers.recall(here, await momentOf(here), id);
        expect(found).toBeGreaterThanOrEqual(least);
      }
    };
    await Promise.all([...ids.map(write), ...[0, 1, 2, 3, 4, 5].map(read)]);
  });
});
