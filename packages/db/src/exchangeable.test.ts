import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openDatabase } from './client.ts';
import { exchangeable } from './exchangeable.ts';
import { createTestDatabase } from './testing/database.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const open = async () => openDatabase(await createTestDatabase('empty'), silent);
const nameOf = sql`select current_database() as name`;

it('what began on a pool ends on it, and only then is it closed', async () => {
  const [first, second] = [await open(), await open()];
  const database = exchangeable(first);
  const held = database.hold();
  let told = 0;
  database.onExchange(() => (told += 1));

  database.exchange(second);
  expect(told).toBe(1);
  expect(database.parts.database).toBe(second.parts.database);
  expect((await held.db.execute(nameOf)).rows).toEqual([{ name: first.parts.database }]);
  expect((await database.db.execute(nameOf)).rows).toEqual([{ name: second.parts.database }]);
  expect(first.pool.ending).toBe(false);

  held.release();
  held.release();
  await expect.poll(() => first.pool.ended).toBe(true);
  expect(second.pool.ended).toBe(false);
  await database.close();
  expect(second.pool.ended).toBe(true);
});

it('work in transactions survives two hundred exchanges without a failure', async () => {
  const parts = [await createTestDatabase('empty'), await createTestDatabase('empty')] as const;
  const database = exchangeable(openDatabase(parts[0], silent));
  let exchanging = true;
  let done = 0;
  const hands = Array.from({ length: 6 }, async () => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- the exchanges end it
    while (exchanging) {
      await database.use(async (db) => {
        const seen = await db.transaction(async (db) => {
          const { rows } = await db.execute(nameOf);
          return [rows[0]?.name, (await db.execute(nameOf)).rows[0]?.name];
        });
        // The pause of a handler between two transactions.
        await new Promise(setImmediate);
        expect((await db.execute(nameOf)).rows[0]?.name).toBe(seen[0]);
        expect(seen[0]).toBe(seen[1]);
        done += 1;
      });
    }
  });
  for (let n = 1; n <= 200; n += 1) {
    database.exchange(openDatabase(parts[n % 2 === 0 ? 0 : 1], silent));
    await database.use((db) => db.execute(nameOf));
  }
  exchanging = false;
  await Promise.all(hands);
  expect(done).toBeGreaterThan(200);
  await database.close();
});
