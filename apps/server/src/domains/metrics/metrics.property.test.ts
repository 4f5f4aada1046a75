import { readDelays } from '@monkey-tracker/contract/archive-delays';
import { type ArchiveFilter, periods, readMetrics } from '@monkey-tracker/contract/archive-metrics';
import { isPlace, type ParetoKind, readPareto, toPareto } from '@monkey-tracker/contract/archive-pareto';
import { metricsOf } from '@monkey-tracker/contract/metrics';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { anyShow } from './testing/any-show.ts';
import { filtered, grouped, summarised } from './testing/expected.ts';
import {
  insertSnapshots,
  removeSnapshots,
  type SnapshotEntry,
  type SnapshotShow,
} from './testing/snapshots.ts';

const filters: ArchiveFilter[] = [
  {},
  { from: '2027-12-31', to: '2028-02-29' },
  { issue: 'Battery' },
  { severity: 'Major visible', to: '2028-03-26' },
  { unit: 'D1', operator: '李雷' },
  { lead: 'Nazar', monkeyLead: 'Cleo', label: 'Main 2' },
];
const anyShows = fc.uniqueArray(anyShow, { selector: ({ id }) => id, maxLength: 14 });
const runs = { numRuns: 12 };

async function archive() {
  const server = await testApp();
  const viewer = await server.as('viewer');
  const { db } = server.app.database;
  /** Runs with these shows in the archive and nothing else. */
  const within = async (shows: readonly SnapshotShow[], check: () => Promise<void>) => {
    await insertSnapshots(db, shows);
    await check();
    await removeSnapshots(
      db,
      shows.map(({ id }) => id),
      'restore',
    );
  };
  return { db, viewer, within };
}

it('SQL and TypeScript give the same numbers to the last digit, under any filter and for any period', async () => {
  const { viewer, within } = await archive();
  await fc.assert(
    fc.asyncProperty(anyShows, async (shows) =>
      within(shows, async () => {
        for (const filter of filters) {
          const chosen = filtered(shows, filter);
          for (const by of periods) {
            const { body } = await viewer.call(readMetrics, { query: { ...filter, by } });
            const groups = [...grouped(chosen, by)];
            expect(body.groups.map(({ key }) => key)).toEqual(groups.map(([key]) => key));
            for (const [index, [, members]] of groups.entries()) {
              expect(body.groups[index]).toMatchObject(summarised(members));
            }
            expect(body.total).toEqual(summarised(chosen));
          }
        }
      }),
    ),
    runs,
  );
});

const valuesOf: Record<ParetoKind, (entry: SnapshotEntry, show: SnapshotShow) => string[]> = {
  issue: (entry) => [entry.primaryIssue],
  subIssue: (entry) => [entry.subIssue && `${entry.primaryIssue}: ${entry.subIssue}`],
  severity: (entry) => [entry.severity],
  rootCause: (entry) => [entry.rootCause],
  action: (entry) => entry.actions,
  unit: (entry) => [entry.unitId],
  battery: (entry) => [entry.batteryId],
  operator: (entry) => [entry.operator],
  leadPilot: (_, show) => [show.leadPilot],
  monkeyLead: (_, show) => [show.monkeyLead],
  label: (_, show) => [show.label],
};

it('every Pareto and the delays are those of the entries themselves', async () => {
  const { viewer, within } = await archive();
  await fc.assert(
    fc.asyncProperty(anyShows, async (shows) =>
      within(shows, async () => {
        for (const filter of filters) {
          const chosen = filtered(shows, filter);
          const entries = chosen.flatMap((show) => show.entries);
          for (const [of, values] of Object.entries(valuesOf) as [
            ParetoKind,
            (typeof valuesOf)[ParetoKind],
          ][]) {
            const marks = chosen.flatMap((show) =>
              show.entries.flatMap((entry) =>
                values(entry, show)
                  .filter((value) => value !== '')
                  .map((value) => ({ value, trouble: entry.primaryIssue !== '' })),
              ),
            );
            const expected = [...Map.groupBy(marks, ({ value }) => value)].map(([value, all]) =>
              isPlace(of)
                ? { value, count: all.filter(({ trouble }) => trouble).length, n: all.length }
                : { value, count: all.length, n: entries.length },
            );
            const { body } = await viewer.call(readPareto, { query: { ...filter, of } });
            expect(body).toEqual({ of, n: entries.length, rows: toPareto(expected), left: 0 });
          }
          const delays = entries.map((entry) => entry.delaySec).filter((delay) => delay !== null);
          const { body } = await viewer.call(readDelays, { query: filter });
          expect(body).toMatchObject({ n: delays.length, missing: entries.length - delays.length });
          for (const { from, to, count } of body.steps) {
            expect(count).toBe(delays.filter((delay) => delay >= from && delay < (to ?? Infinity)).length);
          }
        }
      }),
    ),
    runs,
  );
});

it('the numbers follow a restoration, and a purge leaves them', async () => {
  const { db, viewer } = await archive();
  const seen: SnapshotShow[] = [];
  const total = async () => (await viewer.call(readMetrics, { query: { by: 'month' } })).body.total;
  await fc.assert(
    fc.asyncProperty(
      anyShows,
      fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
      async (shows, restored) => {
        await insertSnapshots(db, shows);
        const [gone, kept] = [shows.filter((_, n) => restored[n]), shows.filter((_, n) => !restored[n])];
        seen.push(...kept);
        await removeSnapshots(
          db,
          gone.map(({ id }) => id),
          'restore',
        );
        expect(await total()).toEqual(summarised(seen));
        await removeSnapshots(
          db,
          kept.map(({ id }) => id),
          'purge',
        );
        expect(await total()).toEqual(summarised(seen));
      },
    ),
    runs,
  );
  const { rows } = await db.execute(sql`select * from daily_metrics order by show_date`);
  for (const row of rows) {
    const numbers = metricsOf(
      filtered(seen, { from: String(row.show_date), to: String(row.show_date) }).flatMap(
        (show) => show.entries,
      ),
    );
    for (const [name, value] of Object.entries(numbers)) {
      expect(row[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]).toBe(value);
    }
  }
});
