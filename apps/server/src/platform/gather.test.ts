import type { Db } from '@monkey-tracker/db/client';
import { expect, it } from 'vitest';
import { gather } from './gather.ts';

// Nothing is asked of it here: it only tells one database from another.
const database = () => ({}) as Db;

/** Readings that end when the test says so. */
function setUp() {
  const begun: { keys: string[]; end(value: string): void; fail(): void }[] = [];
  const ask = gather<string, string>(
    (_db, keys) =>
      new Promise((resolve, reject) => {
        begun.push({
          keys,
          end: (value) => resolve(new Map(keys.map((key) => [key, `${key} ${value}`]))),
          fail: () => reject(new Error('away')),
        });
      }),
  );
  return { ask, begun };
}

it('all who ask at the same instant are answered by one reading, each with their own', async () => {
  const { ask, begun } = setUp();
  const db = database();
  const answers = Promise.all([ask(db, 'a'), ask(db, 'b'), ask(db, 'a')]);
  await expect.poll(() => begun.length).toBe(1);
  begun[0]?.end('now');
  expect(await answers).toEqual(['a now', 'b now', 'a now']);
  expect(begun.map(({ keys }) => keys)).toEqual([['a', 'b']]);
});

it('nobody is answered by a reading that began before they asked', async () => {
  const { ask, begun } = setUp();
  const db = database();
  const early = ask(db, 'a');
  await expect.poll(() => begun.length).toBe(1);
  const late = Promise.all([ask(db, 'a'), ask(db, 'a')]);
  begun[0]?.end('before');
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.end('after');
  expect(await early).toBe('a before');
  expect(await late).toEqual(['a after', 'a after']);
});

it('a reading that fails fails for those who waited for it, and for nobody after them', async () => {
  const { ask, begun } = setUp();
  const db = database();
  const early = ask(db, 'a');
  await expect.poll(() => begun.length).toBe(1);
  const late = ask(db, 'a');
  begun[0]?.fail();
  await expect(early).rejects.toThrow('away');
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.end('again');
  expect(await late).toBe('a again');
});

it('one database never answers for another', async () => {
  const { ask, begun } = setUp();
  const answers = Promise.all([ask(database(), 'a'), ask(database(), 'a')]);
  await expect.poll(() => begun.length).toBe(2);
  begun[0]?.end('of one');
  begun[1]?.end('of the other');
  expect((await answers).toSorted()).toEqual(['a of one', 'a of the other']);
});
