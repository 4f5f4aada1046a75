import { expect, it } from 'vitest';
import { endure } from './endure.ts';

it('nothing that was acknowledged is lost and no rule is broken while servers, PostgreSQL, lines, the disk, clocks and the receiver fail', async () => {
  const seed = Date.now() % 1_000_000;
  const once = { kill: 1, crash: 1, powerCut: 1, cut: 1, disk: 1, clock: 1, receiverFails: 1 };
  const { history, wreckage, broken } = await endure({
    servers: 2,
    clients: 6,
    readers: 3,
    seed,
    plan: once,
  });
  expect(broken, `seed ${seed}`).toEqual([]);
  // Somebody was left without an answer, and asked again.
  expect(history.deeds.some(({ told }) => told === undefined)).toBe(true);
  expect(Object.keys(wreckage).length).toBeGreaterThanOrEqual(Object.keys(once).length - 1);
}, 300_000);
