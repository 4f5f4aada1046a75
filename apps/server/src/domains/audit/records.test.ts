import { exportAudit, listAudit, verifyAudit } from '@monkey-tracker/contract/audit';
import { readRecordAt, restoreRecord } from '@monkey-tracker/contract/audit-records';
import { archiveShow, restoreShow } from '@monkey-tracker/contract/archive';
import { createEntry, deleteEntry, updateEntry } from '@monkey-tracker/contract/entries';
import { readShow, updateShow } from '@monkey-tracker/contract/shows';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';

async function setUp() {
  const server = await testApp();
  const [admin, dispatcher] = [await server.as('admin'), await server.as('dispatcher')];
  const show = await makeShow(dispatcher, { label: 'First', date: '2027-02-01' });
  const made = await dispatcher.call(createEntry, {
    params: { id: show.id },
    body: entrySample({ operator: 'Alex', notes: 'as it was', delaySec: 0 }),
  });
  const path = { id: show.id, entryId: made.body.id };
  const seqOf = async (type: 'entry.created' | 'entry.updated' | 'entry.deleted' | 'show.created') => {
    const { events } = (await admin.call(listAudit, { query: { type } })).body;
    return events[0]?.seq ?? 0;
  };
  const restore = (id: string, seq: number) => admin.call(restoreRecord, { params: { id }, body: { seq } });
  return { server, admin, dispatcher, show, entry: made.body, path, seqOf, restore };
}

describe('the log rebuilds', () => {
  it('an entry as it was after any change, at any moment, and as it is', async () => {
    const { admin, dispatcher, entry, path, seqOf } = await setUp();
    await dispatcher.call(updateEntry, { params: path, body: { notes: 'changed', delaySec: null } });
    const at = async (query: object) =>
      (await admin.call(readRecordAt, { params: { id: entry.id }, query })).body;
    expect(await at({ seq: await seqOf('entry.created') })).toMatchObject({
      kind: 'entry',
      was: entry,
      now: { notes: 'changed', delaySec: null, version: 2 },
    });
    expect((await at({ at: entry.createdAt - 1 })).was).toBeNull();
    expect((await at({ at: Date.now() + 60_000 })).was).toMatchObject({ notes: 'changed' });
    expect((await at({ seq: 0 })).was).toBeNull();
    await dispatcher.call(deleteEntry, { params: path });
    expect(await at({ seq: await seqOf('entry.updated') })).toMatchObject({
      was: { notes: 'changed' },
      now: null,
    });
  });

  it('nothing of a record that it does not know', async () => {
    const { admin } = await setUp();
    const params = { id: '00000000-0000-7000-8000-000000000000' };
    expect((await admin.call(readRecordAt, { params })).problem.code).toBe('audit.record_unknown');
  });
});

describe('a record is restored', () => {
  it('to its earlier fields, as a new change of whoever does it', async () => {
    const { admin, dispatcher, show, entry, path, seqOf, restore } = await setUp();
    await dispatcher.call(updateEntry, { params: path, body: { notes: 'wrong', delaySec: 7 } });
    expect((await restore(entry.id, await seqOf('entry.created'))).status).toBe(204);
    const now = (await dispatcher.call(readShow, { params: { id: show.id } })).body.entries[0];
    expect(now).toMatchObject({ notes: 'as it was', delaySec: 0, version: 3, updatedBy: admin.userId });
    const { events } = (await admin.call(listAudit, { query: { subject: entry.id } })).body;
    expect(events.map(({ type }) => type)).toEqual(['entry.updated', 'entry.updated', 'entry.created']);
    expect((await admin.call(verifyAudit, {})).body.whole).toBe(true);
  });

  it('also where it was deleted, under its own id', async () => {
    const { dispatcher, show, entry, path, seqOf, restore } = await setUp();
    await dispatcher.call(deleteEntry, { params: path });
    expect((await restore(entry.id, await seqOf('entry.deleted'))).problem.code).toBe('audit.nothing_then');
    expect((await restore(entry.id, await seqOf('entry.created'))).status).toBe(204);
    const { entries } = (await dispatcher.call(readShow, { params: { id: show.id } })).body;
    expect(entries).toMatchObject([{ id: entry.id, ts: entry.ts, notes: 'as it was' }]);
  });

  it('only within the rules: one entry for a pilot, five shows a date, nothing in the archive', async () => {
    const { dispatcher, show, entry, path, seqOf, restore } = await setUp();
    const created = await seqOf('entry.created');
    const shown = await seqOf('show.created');
    await dispatcher.call(deleteEntry, { params: path });
    const params = { id: show.id };
    const taken = await dispatcher.call(createEntry, { params, body: entrySample({ operator: 'ALEX' }) });
    const refused = await restore(entry.id, created);
    expect(refused).toMatchObject({ status: 409, problem: { code: 'entries.pilot_taken' } });
    await dispatcher.call(deleteEntry, { params: { ...params, entryId: taken.body.id } });

    await dispatcher.call(updateShow, { params, body: { date: '2027-02-02', label: 'Moved' } });
    for (let n = 0; n < 5; n += 1) await makeShow(dispatcher, { date: '2027-02-01' });
    expect((await restore(show.id, shown)).problem.code).toBe('shows.day_full');

    await dispatcher.call(archiveShow, { params });
    expect((await restore(entry.id, created)).problem.code).toBe('audit.show_archived');
    await dispatcher.call(restoreShow, { params });
    expect((await restore(entry.id, created)).status).toBe(204);
  });
});

it('the log is saved as a file with the same filters, where no cell runs as a formula', async () => {
  const { server, admin, dispatcher } = await setUp();
  await dispatcher.call(updateShow, {
    params: { id: (await makeShow(dispatcher, { date: '2027-03-01' })).id },
    body: { notes: '=HYPERLINK("http://evil")' },
  });
  const file = async (query: string) => {
    const headers = { authorization: `Bearer ${admin.token}` };
    return server.app.inject({ url: `${exportAudit.path}?${query}`, headers });
  };
  const csv = await file('type=show.created');
  expect(csv.headers['content-disposition']).toContain('monkey-tracker_audit.csv');
  expect(csv.body.split('\n')[0]).toBe('seq,at,actor,type,subjectId,showId,requestId,before,after,hash');
  expect(csv.body.match(/,show\.created,/g)).toHaveLength(2);
  const lines = (await file('format=jsonl')).body.trim().split('\n');
  const seqs = lines.map((line) => (JSON.parse(line) as { seq: number }).seq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
  expect(seqs.at(-1)).toBe(1);
});
