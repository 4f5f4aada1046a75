import { deleteShow, restoreShow } from '@monkey-tracker/contract/archive';
import { listArchivedShows, readArchivedShow } from '@monkey-tracker/contract/archive-list';
import { listAudit } from '@monkey-tracker/contract/audit';
import { createEntry } from '@monkey-tracker/contract/entries';
import { importLegacy } from '@monkey-tracker/contract/import';
import { describe, expect, it } from 'vitest';
import { type Client, testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';
import { atTheirTime, legacy } from '../import/testing/legacy.ts';

async function old() {
  const server = await testApp({ clockOffset: atTheirTime() });
  await (await server.as('admin')).call(importLegacy, { body: { archive: legacy.archive.shows } });
  return server.as('viewer');
}

type Query = NonNullable<Parameters<typeof ask>[1]>;
const ask = async (viewer: Client, query: { [name: string]: string | number }) => {
  const answer = await viewer.call(listArchivedShows, { query });
  expect(answer.status).toBe(200);
  return answer.body;
};

async function idsOf(viewer: Client, query: Query): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await ask(viewer, { ...query, ...(cursor && { cursor }) });
    ids.push(...page.shows.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

const placeOf = (show: (typeof legacy.archive.shows)[number]) =>
  `${String(show.date)} ${String(show.time)} ${show.id}`;
const wanted = (holds: (show: (typeof legacy.archive.shows)[number]) => boolean) =>
  legacy.archive.shows
    .filter(holds)
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
    .map(({ id }) => id);

describe('the list of archived shows', () => {
  it('is paged without gap or repeat, the latest show first', async () => {
    const viewer = await old();
    expect(await idsOf(viewer, { limit: 7 })).toEqual(wanted(() => true));
    const answer = await viewer.call(listArchivedShows, { query: { cursor: 'x' } });
    expect(answer.problem.errors?.[0]?.path).toBe('cursor');
  });

  it('is narrowed by dates, people and issues', async () => {
    const viewer = await old();
    expect(await idsOf(viewer, { from: '2026-10-01', to: '2026-10-15' })).toEqual(
      wanted(({ date }) => String(date) >= '2026-10-01' && String(date) <= '2026-10-15'),
    );
    expect(await idsOf(viewer, { lead: 'Łukasz', issue: 'Battery' })).toEqual(
      wanted(
        (show) =>
          show.leadPilot === 'Łukasz' && show.entries.some(({ primaryIssue }) => primaryIssue === 'Battery'),
      ),
    );
  });

  it.each(['gala 2', 'ZOË', '李雷', 'b-36', "o'neil", '100 %', '2026-11-1'])(
    'is searched for %s',
    async (q) => {
      const viewer = await old();
      const has = (...values: unknown[]) => values.join(' ').toLowerCase().includes(q.toLowerCase());
      expect(await idsOf(viewer, { q, limit: 200 })).toEqual(
        wanted(
          (show) =>
            has(show.date, show.label, show.leadPilot, show.monkeyLead) ||
            show.entries.some((entry) =>
              has(entry.operator, entry.unitId, entry.batteryId, entry.primaryIssue, entry.subIssue),
            ),
        ),
      );
    },
  );

  it('tells of each show its numbers, and when retention will take it', async () => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const { id, createdAt } = await makeShow(dispatcher, { date: '2030-12-31' });
    await dispatcher.call(createEntry, { params: { id }, body: entrySample({ delaySec: 2.5 }) });
    await dispatcher.call(deleteShow, { params: { id } });
    const { shows } = await ask(dispatcher, {});
    expect(shows).toMatchObject([
      {
        id,
        date: '2030-12-31',
        deletedAt: expect.any(Number),
        metrics: { completionRate: 100, avgDelaySec: 2.5 },
      },
    ]);
    expect((shows[0]?.purgedAt ?? 0) - createdAt).toBeGreaterThan(58 * 86_400_000);
    await dispatcher.call(restoreShow, { params: { id } });
    expect((await ask(dispatcher, {})).shows).toEqual([]);
  });
});

it('an archived show is read in full by everybody, and its history by administrators', async () => {
  const server = await testApp();
  const [viewer, dispatcher, admin] = [
    await server.as('viewer'),
    await server.as('dispatcher'),
    await server.as('admin'),
  ];
  const { id } = await makeShow(dispatcher);
  expect((await viewer.call(readArchivedShow, { params: { id } })).status).toBe(404);
  await dispatcher.call(createEntry, { params: { id }, body: entrySample() });
  const deleted = await dispatcher.call(deleteShow, { params: { id } });
  expect((await viewer.call(readArchivedShow, { params: { id } })).body).toEqual(deleted.body);
  expect((await viewer.call(listAudit, { query: { show: id } })).status).toBe(403);
  const { events } = (await admin.call(listAudit, { query: { show: id } })).body;
  expect(events.map(({ type }) => type)).toEqual(['show.deleted', 'entry.created', 'show.created']);
});
