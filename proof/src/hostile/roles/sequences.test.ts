import { listArchive } from '@monkey-tracker/contract/archive';
import { verifyAudit } from '@monkey-tracker/contract/audit';
import { readConfig } from '@monkey-tracker/contract/config';
import { listShows } from '@monkey-tracker/contract/shows';
import { readStaff } from '@monkey-tracker/contract/staff';
import { type Client, testApp } from '@monkey-tracker/server/src/testing/app.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deedNames, type Step } from './deeds.ts';
import { newWorld, play } from './play.ts';
import type { World } from './world.ts';

/** How many evenings; more with HOSTILE_RUNS. */
const numRuns = Number(process.env.HOSTILE_RUNS ?? 20);

const small = fc.nat({ max: 7 });
const step: fc.Arbitrary<Step> = fc.record({
  // Shows and entries are what most of an evening is about.
  deed: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...deedNames) },
    { weight: 1, arbitrary: fc.constantFrom('giveRole', 'giveRole', 'shutOut', 'signOut') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'newShow',
        'moveShow',
        'moveShow',
        'newEntry',
        'newEntry',
        'renamePilot',
        'deleteEntry',
        'restoreShow',
      ),
    },
  ),
  // Mostly those who may: the others are refused before anything is looked at.
  who: fc.constantFrom(0, 0, 0, 2, 2, 3, 3, 5, 5, 1, 4, 6),
  which: small,
  other: small,
  based: fc.constantFrom('newest', 'newest', 'newest', 'newest', 'before', 'future'),
});

const inOrder = <T extends { id: string }>(records: readonly T[]) =>
  records.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What is there is what the model says, to the version. */
async function compare(admin: Client, world: World): Promise<void> {
  const ids = new Set(world.shows.map(({ id }) => id));
  const ours = (
    shows: {
      id: string;
      date: string;
      version: number;
      entries: { id: string; operator: string; version: number }[];
    }[],
  ) =>
    inOrder(
      shows
        .filter(({ id }) => ids.has(id))
        .map(({ id, date, version, entries }) => ({
          id,
          date,
          version,
          entries: inOrder(
            entries.map((entry) => ({ id: entry.id, pilot: entry.operator, version: entry.version })),
          ),
        })),
    );
  const model = (isLive: boolean) =>
    inOrder(
      world.shows
        .filter((show) => show.isLive === isLive)
        .map(({ id, day, version, entries }) => ({
          id,
          date: day,
          version,
          entries: inOrder(entries.map((entry) => ({ ...entry, pilot: entry.pilot.trim() }))),
        })),
    );
  expect(ours((await admin.call(listShows, {})).body.shows)).toEqual(model(true));
  expect(ours((await admin.call(listArchive, {})).body.shows)).toEqual(model(false));
  if (world.pilots) expect((await admin.call(readStaff, {})).body.pilots).toEqual(world.pilots);
  if (world.unitLabel) expect((await admin.call(readConfig, {})).body.unitLabel).toBe(world.unitLabel);
}

/** All that can become of a request. */
const outcomes = [200, 201, 204, 401, 403, 404, 409, 412];
const mostRounds = 8;

it('several people of all roles, who do what comes to mind, get the answers that the rules say, also right after their rights have changed', async () => {
  const server = await testApp();
  const admin = await server.as('admin');
  const statuses = new Map<number, number>();
  const refusedBases = new Set<Step['based']>();
  const evening = fc.asyncProperty(
    fc.array(step, { minLength: 1, maxLength: 80, size: 'max' }),
    async (steps) => {
      const world = await newWorld(server);
      for (const one of steps) {
        const status = await play(server, world, one);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status === 412) refusedBases.add(one.based);
      }
      await compare(admin, world);
    },
  );
  const isComplete = () => outcomes.every((status) => statuses.has(status)) && refusedBases.size === 2;
  // Chance needs more than one such round now and then.
  for (let round = 0; round < mostRounds && (round === 0 || !isComplete()); round += 1)
    await fc.assert(evening, { numRuns });
  expect((await admin.call(verifyAudit, {})).body.whole).toBe(true);
  if (process.env.HOSTILE_RUNS !== undefined)
    process.stderr.write(`${JSON.stringify(Object.fromEntries(statuses))}\n`);
  // It was no quiet evening.
  expect(outcomes.filter((status) => !statuses.has(status))).toEqual([]);
  expect([...refusedBases].toSorted()).toEqual(['before', 'future']);
}, 3_600_000);
