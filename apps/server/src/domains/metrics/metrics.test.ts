import {
  compareArchive,
  mostGroups,
  readCalendar,
  readMetrics,
} from '@monkey-tracker/contract/archive-metrics';
import { readPareto } from '@monkey-tracker/contract/archive-pareto';
import { createEntry } from '@monkey-tracker/contract/entries';
import { importLegacy } from '@monkey-tracker/contract/import';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';
import { atTheirTime, legacy } from '../import/testing/legacy.ts';
import { insertSnapshots, type SnapshotShow } from './testing/snapshots.ts';

async function old() {
  const server = await testApp({ clockOffset: atTheirTime() });
  await (await server.as('admin')).call(importLegacy, { body: { archive: legacy.archive.shows } });
  return server.as('viewer');
}

/** The old records, counted without the dictionary: whole tenths of a second, so that nothing is rounded. */
function countedByHand(holds: (date: string) => boolean) {
  const entries = legacy.archive.shows
    .filter(({ date }) => holds(String(date)))
    .flatMap((show) => show.entries);
  const having = (field: string, value: string) => entries.filter((entry) => entry[field] === value).length;
  const delays = entries.map(({ delaySec }) => delaySec).filter((delay) => typeof delay === 'number');
  const tenths = delays.reduce((sum, delay) => sum + Math.round(delay * 10), 0);
  return {
    entriesCount: entries.length,
    completedCount: having('status', 'Completed'),
    noLaunchCount: having('status', 'No-launch'),
    abortCount: having('status', 'Abort'),
    completionRate: (100 * having('status', 'Completed')) / entries.length,
    launchRate: (100 * having('launched', 'Yes')) / entries.length,
    abortRate: (100 * having('status', 'Abort')) / entries.length,
    launchSuccess: (100 * having('status', 'Completed')) / having('planned', 'Yes'),
    avgDelaySec: tenths / 10 / delays.length,
    maxDelaySec: Math.max(...delays),
    delayCount: delays.length,
    plannedCount: having('planned', 'Yes'),
    launchedCount: having('launched', 'Yes'),
  };
}
const valuesOf = (metrics: object) =>
  Object.fromEntries(
    Object.entries(metrics).map(([name, { value }]: [string, { value: unknown }]) => [name, value]),
  );

describe('the old archive', () => {
  it('has the delays of the old records in whole tenths, so that the sums below are exact', () => {
    const delays = legacy.archive.shows.flatMap((show) => show.entries.map(({ delaySec }) => delaySec));
    expect(delays.every((delay) => /^(null|\d+(\.\d)?)$/.test(JSON.stringify(delay)))).toBe(true);
  });

  it('gives the numbers that its records give when they are counted by hand', async () => {
    const viewer = await old();
    const { body } = await viewer.call(readMetrics, { query: { by: 'month' } });
    expect(body.groups.map(({ key }) => key)).toEqual(['2026-09', '2026-10', '2026-11']);
    for (const { key, metrics } of body.groups) {
      expect(valuesOf(metrics)).toEqual(countedByHand((date) => date.startsWith(key)));
    }
    expect(valuesOf(body.total.metrics)).toEqual(countedByHand(() => true));
    expect(body.total).toMatchObject({ showsCount: 173, metrics: { completionRate: { n: 1_759 } } });
  });

  it('names its commonest issue and shares that add up to all', async () => {
    const viewer = await old();
    const { body } = await viewer.call(readPareto, { query: {} });
    expect(body.rows[0]).toMatchObject({ value: 'Battery', count: 82, n: 1_759 });
    expect(body.rows.map(({ count }) => count)).toEqual([82, 53, 45, 30, 25, 21, 13, 13, 12, 12]);
    expect(body.rows.at(-1)?.cumulative).toBe(100);
    const top = await viewer.call(readPareto, { query: { of: 'unit', limit: 3 } });
    expect(top.body).toMatchObject({ rows: { length: 3 }, left: 9 });
  });

  it('has two ranges that can be compared', async () => {
    const viewer = await old();
    const { body } = await viewer.call(compareArchive, {
      query: { from: '2026-10-01', to: '2026-10-31', thanFrom: '2026-11-01', thanTo: '2026-11-30' },
    });
    expect(valuesOf(body.range.metrics)).toEqual(countedByHand((date) => date.startsWith('2026-10')));
    expect(valuesOf(body.than.metrics)).toEqual(countedByHand((date) => date.startsWith('2026-11')));
  });
});

const entry = (change: object = {}) => ({
  unitId: 'D1',
  planned: 'Yes',
  launched: 'Yes',
  status: 'Completed',
  operator: 'Alex',
  batteryId: '',
  primaryIssue: '',
  subIssue: '',
  severity: '',
  rootCause: '',
  actions: [],
  delaySec: null,
  ...change,
});
const show = (date: string, ...entries: object[]): SnapshotShow => ({
  id: crypto.randomUUID(),
  date,
  time: '20:00',
  label: 'Main',
  leadPilot: 'Nazar',
  monkeyLead: 'Cleo',
  entries: entries as SnapshotShow['entries'],
});

describe('the numbers of a period', () => {
  async function archive(...shows: SnapshotShow[]) {
    const server = await testApp();
    await insertSnapshots(server.app.database.db, shows);
    return server.as('viewer');
  }

  it('go from the lowest to the highest show, and a missing delay is no 0', async () => {
    const viewer = await archive(
      show('2026-11-20', entry({ delaySec: 10 }), entry({ status: 'Abort' })),
      show('2026-11-20', entry({ delaySec: 0 })),
      show('2026-11-20'),
    );
    const { metrics, showsCount } = (await viewer.call(readMetrics, { query: {} })).body.total;
    expect(showsCount).toBe(3);
    expect(metrics.completionRate).toEqual({ value: (100 * 2) / 3, n: 3, min: 50, max: 100 });
    expect(metrics.avgDelaySec).toEqual({ value: 5, n: 2, min: 0, max: 10 });
    expect(metrics.entriesCount).toEqual({ value: 3, n: 3, min: 0, max: 2 });
  });

  it.each([
    ['week', '2026-12-28', '2026-W53', '2026-12-28', '2027-01-03'],
    ['week', '2027-01-03', '2026-W53', '2026-12-28', '2027-01-03'],
    ['week', '2027-01-04', '2027-W01', '2027-01-04', '2027-01-10'],
    ['month', '2028-02-29', '2028-02', '2028-02-01', '2028-02-29'],
    ['day', '2028-02-29', '2028-02-29', '2028-02-29', '2028-02-29'],
    // The days on which Europe's clocks skip an hour and have one twice.
    ['day', '2027-03-28', '2027-03-28', '2027-03-28', '2027-03-28'],
    ['day', '2027-10-31', '2027-10-31', '2027-10-31', '2027-10-31'],
  ] as const)('put into a %s the show of %s', async (by, date, key, from, to) => {
    const viewer = await archive(show(date, entry()));
    const { groups } = (await viewer.call(readMetrics, { query: { by, from: date, to: date } })).body;
    expect(groups).toMatchObject([{ key, from, to, showsCount: 1 }]);
  });

  it('include a show whose time has come, before any sweep', async () => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const { id } = await makeShow(dispatcher, { date: '2026-01-01' });
    await dispatcher.call(createEntry, { params: { id }, body: entrySample() });
    const later = await testApp({ beside: server, clockOffset: '25 hours' });
    const viewer = await later.as('viewer');
    const { body } = await viewer.call(readCalendar, { query: { metric: 'completionRate' } });
    expect(body.days).toEqual([{ date: '2026-01-01', showsCount: 1, value: 100, n: 1, min: 100, max: 100 }]);
  });

  it('are refused for a range that ends before it begins, and for more groups than fit', async () => {
    const viewer = await archive(...Array.from({ length: mostGroups + 1 }, () => show('2026-11-20')));
    const many = await viewer.call(readMetrics, { query: { by: 'show' } });
    expect([many.status, many.problem.errors?.[0]?.path]).toEqual([400, 'by']);
    const refused = await viewer.call(readMetrics, { query: { from: '2026-02-01', to: '2026-01-31' } });
    expect([refused.status, refused.problem.errors?.[0]?.path]).toEqual([400, 'to']);
    const bad = await viewer.call(readMetrics, { query: { from: '2026-02-30' } });
    expect([bad.status, bad.problem.errors?.[0]?.path]).toEqual([400, 'from']);
  });

  it('are the same, however many shows of one day are archived at the same instant', async () => {
    const server = await testApp();
    const { db } = server.app.database;
    await Promise.all(Array.from({ length: 8 }, () => insertSnapshots(db, [show('2026-11-20', entry())])));
    const viewer = await server.as('viewer');
    const { total } = (await viewer.call(readMetrics, { query: {} })).body;
    expect(total).toMatchObject({ showsCount: 8, metrics: { entriesCount: { value: 8 } } });
  });
});
