import { archiveShow, deleteShow, listArchive, restoreShow } from '@monkey-tracker/contract/archive';
import { createEntry } from '@monkey-tracker/contract/entries';
import { createShow, listShows, readShow, updateShow } from '@monkey-tracker/contract/shows';
import { describe, expect, it } from 'vitest';
import { forgetOldAnswers } from '../../platform/idempotency.ts';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow, showSample } from '../../testing/samples.ts';

const setUp = async () => {
  const server = await testApp();
  return { server, dispatcher: await server.as('dispatcher'), viewer: await server.as('viewer') };
};
const statuses = (outcomes: { status: number }[]) => outcomes.map(({ status }) => status).toSorted();

describe('a show', () => {
  it('is created with its version, its author and an ETag, and is read back the same', async () => {
    const { dispatcher, viewer } = await setUp();
    const made = await dispatcher.call(createShow, { body: showSample({ notes: ' "q"\tl1\nl2 🪫 ' }) });
    expect(made).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    expect(made.body).toMatchObject({
      notes: '"q"\tl1\nl2 🪫',
      entries: [],
      version: 1,
      createdBy: dispatcher.userId,
    });
    expect((await viewer.call(readShow, { params: { id: made.body.id } })).body).toEqual(made.body);
  });

  it('that lacks a field is refused with every missing field and its sentence', async () => {
    const { dispatcher } = await setUp();
    const refused = await dispatcher.call(createShow, { body: { crew: [] } as never });
    expect(refused.status).toBe(400);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.problem.errors).toEqual([
      { path: 'date', message: 'Date is required' },
      { path: 'time', message: 'Time is required' },
      { path: 'label', message: 'Label is required' },
      { path: 'leadPilot', message: 'Lead pilot is required' },
      { path: 'monkeyLead', message: 'Monkey lead is required' },
    ]);
    expect(refused.problem).toMatchObject({ error: 'Date is required', detail: 'Date is required' });
  });

  it('with an unknown field is refused by the name of that field', async () => {
    const { dispatcher } = await setUp();
    const refused = await dispatcher.call(createShow, { body: { ...showSample(), colour: 'red' } as never });
    expect(refused.problem.errors).toEqual([{ path: 'colour', message: 'Unknown field: colour' }]);
  });

  it('that nobody knows, also by a malformed id, is not found', async () => {
    const { viewer } = await setUp();
    for (const id of [crypto.randomUUID(), 'no-uuid', '%00', '1e9']) {
      const missing = await viewer.call(readShow, { params: { id } });
      expect(missing).toMatchObject({ status: 404, problem: { error: 'Show not found' } });
    }
  });

  it('keeps the id that an offline device gave it, and is never overwritten by a second creation', async () => {
    const { dispatcher } = await setUp();
    const id = crypto.randomUUID();
    const first = await makeShow(dispatcher, { id });
    const second = await dispatcher.call(createShow, { body: showSample({ id, label: 'Another' }) });
    expect(second).toMatchObject({ status: 409, problem: { code: 'shows.id_taken' } });
    expect((await dispatcher.call(readShow, { params: { id } })).body).toEqual(first);
  });

  it('is listed with the last changed first', async () => {
    const { dispatcher } = await setUp();
    const one = await makeShow(dispatcher, { label: 'one' });
    const two = await makeShow(dispatcher, { label: 'two' });
    await dispatcher.call(updateShow, { params: { id: one.id }, body: { notes: 'touched' } });
    const { body } = await dispatcher.call(listShows, {});
    expect(body).toMatchObject({ storage: 'PostgreSQL v1', storageMeta: { driver: 'postgres' } });
    expect(body.shows.map((show) => show.id)).toEqual([one.id, two.id]);
  });
});

describe('a change of a show', () => {
  it('touches only the fields it names and raises the version', async () => {
    const { dispatcher } = await setUp();
    const show = await makeShow(dispatcher, { crew: ['Alex', 'Nick'] });
    const changed = await dispatcher.call(updateShow, { params: { id: show.id }, body: { label: 'Late' } });
    expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(changed.body).toMatchObject({ ...show, label: 'Late', version: 2, updatedAt: expect.any(Number) });
  });

  it.each(['If-Match', 'version'])(
    'based on a stale version (%s) is refused with the current record',
    async (how) => {
      const { dispatcher } = await setUp();
      const show = await makeShow(dispatcher);
      const current = (
        await dispatcher.call(updateShow, { params: { id: show.id }, body: { notes: 'first' } })
      ).body;
      const stale = await dispatcher.call(
        updateShow,
        { params: { id: show.id }, body: { notes: 'second', ...(how === 'version' && { version: 1 }) } },
        how === 'If-Match' ? { 'if-match': '"1"' } : {},
      );
      expect(stale).toMatchObject({ status: 412, problem: { code: 'version.stale', current } });
      expect((await dispatcher.call(readShow, { params: { id: show.id } })).body).toEqual(current);
    },
  );
});

describe('at most five active shows for one date', () => {
  it('holds when 24 are created at the same instant', async () => {
    const { dispatcher } = await setUp();
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, () => dispatcher.call(createShow, { body: showSample() })),
    );
    expect(statuses(outcomes)).toEqual([...Array(5).fill(201), ...Array(19).fill(409)]);
    const refused = outcomes.find(({ status }) => status === 409);
    expect(refused?.problem).toMatchObject({
      code: 'shows.day_full',
      error: 'Daily show limit reached. Maximum of 5 shows per date.',
    });
    expect((await dispatcher.call(listShows, {})).body.shows).toHaveLength(5);
  });

  it('holds when shows are moved, restored and created at the same instant', async () => {
    const { dispatcher } = await setUp();
    const date = '2026-12-24';
    const moved = await Promise.all(
      Array.from({ length: 4 }, () => makeShow(dispatcher, { date: '2026-12-23' })),
    );
    const archived = await Promise.all(Array.from({ length: 4 }, () => makeShow(dispatcher, { date })));
    for (const { id } of archived) await dispatcher.call(deleteShow, { params: { id } });
    const outcomes = await Promise.all([
      ...moved.map(({ id }) => dispatcher.call(updateShow, { params: { id }, body: { date } })),
      ...archived.map(({ id }) => dispatcher.call(restoreShow, { params: { id } })),
      ...Array.from({ length: 4 }, () => dispatcher.call(createShow, { body: showSample({ date }) })),
    ]);
    expect(outcomes.filter(({ status }) => status < 300)).toHaveLength(5);
    expect(outcomes.filter(({ status }) => status === 409)).toHaveLength(7);
    const { shows } = (await dispatcher.call(listShows, {})).body;
    expect(shows.filter((show) => show.date === date)).toHaveLength(5);
  });

  it('counts again when one is deleted, and lets a full day’s show be edited', async () => {
    const { dispatcher } = await setUp();
    const shows = await Promise.all(Array.from({ length: 5 }, () => makeShow(dispatcher)));
    const id = shows[0]?.id ?? '';
    expect((await dispatcher.call(updateShow, { params: { id }, body: { label: 'x' } })).status).toBe(200);
    expect((await dispatcher.call(deleteShow, { params: { id } })).status).toBe(200);
    expect((await dispatcher.call(createShow, { body: showSample() })).status).toBe(201);
  });
});

describe('a show that leaves the log', () => {
  it('by hand is archived once, with the same answer the second time', async () => {
    const { dispatcher } = await setUp();
    const show = await makeShow(dispatcher);
    const first = await dispatcher.call(archiveShow, { params: { id: show.id } });
    const second = await dispatcher.call(archiveShow, { params: { id: show.id } });
    expect(first.body).toEqual({ ...show, archivedAt: expect.any(Number) });
    expect(second.body).toEqual(first.body);
    expect((await dispatcher.call(readShow, { params: { id: show.id } })).status).toBe(404);
  });

  it('by deletion says so with deletedAt, and comes back with its entries, ids and times', async () => {
    const { dispatcher } = await setUp();
    const { id } = await makeShow(dispatcher);
    const entry = (await dispatcher.call(createEntry, { params: { id }, body: entrySample({ delaySec: 0 }) }))
      .body;
    const before = (await dispatcher.call(readShow, { params: { id } })).body;
    const deleted = await dispatcher.call(deleteShow, { params: { id } });
    expect(deleted.body).toMatchObject({ ...before, deletedAt: deleted.body.archivedAt });
    expect((await dispatcher.call(listArchive, {})).body.shows).toEqual([deleted.body]);

    const restored = await dispatcher.call(restoreShow, { params: { id } });
    expect(restored.body).toEqual({ ...before, version: before.version + 1 });
    expect(restored.body.entries).toEqual([entry]);
    expect((await dispatcher.call(listArchive, {})).body.shows).toEqual([]);
    expect((await dispatcher.call(restoreShow, { params: { id } })).status).toBe(404);
  });

  it('takes every acknowledged entry with it, also when entries are logged at the same instant', async () => {
    const { dispatcher } = await setUp();
    const { id } = await makeShow(dispatcher);
    const logging = Array.from({ length: 12 }, (_, n) =>
      dispatcher.call(createEntry, { params: { id }, body: entrySample({ operator: `Pilot ${n}` }) }),
    );
    const archiving = dispatcher.call(archiveShow, { params: { id } });
    const acknowledged = (await Promise.all(logging))
      .filter(({ status }) => status === 201)
      .map(({ body }) => body.id);
    const { entries } = (await archiving).body;
    expect(entries.map((entry) => entry.id).toSorted()).toEqual(acknowledged.toSorted());
  });
});

describe('a change that is repeated under one Idempotency-Key', () => {
  it('happens once, also when ten arrive at the same instant, and all get the same answer', async () => {
    const { dispatcher } = await setUp();
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => dispatcher.call(createShow, { body: showSample() }, headers)),
    );
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(outcomes.map(({ body }) => body.id)).size).toBe(1);
    expect((await dispatcher.call(listShows, {})).body.shows).toHaveLength(1);
  });

  it('is refused again with the same refusal', async () => {
    const { dispatcher } = await setUp();
    await Promise.all(Array.from({ length: 5 }, () => makeShow(dispatcher)));
    const headers = { 'idempotency-key': 'k-1' };
    const first = await dispatcher.call(createShow, { body: showSample() }, headers);
    const { shows } = (await dispatcher.call(listShows, {})).body;
    await dispatcher.call(deleteShow, { params: { id: shows[0]?.id ?? '' } });
    const second = await dispatcher.call(createShow, { body: showSample() }, headers);
    expect(first.status).toBe(409);
    expect(second.problem).toEqual(first.problem);
  });

  it('with another body is refused with 422, and another user’s key is their own', async () => {
    const { server, dispatcher } = await setUp();
    const headers = { 'idempotency-key': 'k-2' };
    await dispatcher.call(createShow, { body: showSample() }, headers);
    const other = await dispatcher.call(createShow, { body: showSample({ label: 'Other' }) }, headers);
    expect(other).toMatchObject({ status: 422, problem: { code: 'idempotency.key_reused' } });
    const colleague = await server.as('dispatcher');
    expect((await colleague.call(createShow, { body: showSample({ label: 'Other' }) }, headers)).status).toBe(
      201,
    );
  });

  it('is remembered for 30 days', async () => {
    const { server, dispatcher } = await setUp();
    const headers = { 'idempotency-key': 'k-3' };
    const first = await dispatcher.call(createShow, { body: showSample() }, headers);
    const early = await testApp({ beside: server, clockOffset: '29 days' });
    await forgetOldAnswers(early.app.database.db);
    const repeat = await dispatcher.call(createShow, { body: showSample() }, headers);
    expect(repeat.body).toEqual(first.body);
    const late = await testApp({ beside: server, clockOffset: '31 days' });
    await forgetOldAnswers(late.app.database.db);
    const anew = await dispatcher.call(createShow, { body: showSample() }, headers);
    expect(anew.body.id).not.toBe(first.body.id);
  });
});
