import { expect, it } from 'vitest';
import { acknowledged, imported } from './acknowledged.ts';
import { type Ask, type Deed, type History, importPath, type LogEvent } from './record.ts';

const show = '00000000-0000-7000-8000-000000000001';
const entry = '00000000-0000-7000-8000-000000000002';

const deed = (ask: Ask, body: unknown, status = 200): Deed => ({ client: 0, ask, told: { status, body } });
const archive: Ask = { method: 'POST', path: `/api/shows/${show}/archive`, key: 'a' };
const restore: Ask = { method: 'POST', path: `/api/shows/archive/${show}/restore`, key: 'r' };
const remove: Ask = { method: 'DELETE', path: `/api/shows/${show}`, key: 'd' };
const removeEntry: Ask = { method: 'DELETE', path: `/api/shows/${show}/entries/${entry}`, key: 'e' };
const snapshot = (version: number) => ({ id: show, version, archivedAt: version * 1_000 });
const live = (version: number) => ({ id: show, version });

const event = (type: string, after: unknown, subjectId = show): LogEvent => ({
  seq: 1,
  type,
  subjectId,
  showId: show,
  before: null,
  after,
});
const historyOf = (deeds: Deed[], log: LogEvent[] = []): History => ({
  deeds,
  log,
  shows: [],
  archive: [],
  chainWhole: true,
  readers: [],
});

it.each([
  ['an archiving', deed(archive, snapshot(1)), event('show.archived', snapshot(1))],
  [
    'an archiving of what was deleted',
    deed({ ...archive, key: 'b' }, snapshot(1)),
    event('show.deleted', snapshot(1)),
  ],
  ['a restoring', deed(restore, live(2)), event('show.restored', live(2))],
  ['a deletion of a show', deed(remove, snapshot(1)), event('show.deleted', snapshot(1))],
  ['a deletion of an entry', deed(removeEntry, null, 204), event('entry.deleted', null, entry)],
])('%s that was acknowledged has its event, and is missing without it', (_, done, told) => {
  // Whoever repeats it under the same key is given the same answer.
  expect(acknowledged(historyOf([done, done], [told]))).toEqual([]);
  expect(acknowledged(historyOf([done])).join()).toMatch(/^missing/);
  expect(acknowledged(historyOf([done], [event('show.updated', live(1))])).join()).toMatch(/^missing/);
});

it('an archiving needs the event of this time, not of an earlier one', () => {
  const log = [event('show.archived', snapshot(1)), event('show.restored', live(2))];
  expect(acknowledged(historyOf([deed(archive, snapshot(2))], log)).join()).toMatch(/^missing/);
});

it('each deletion under a key of its own is an event of its own, and one that was refused is none', () => {
  const again = deed({ ...remove, key: 'd2' }, snapshot(1));
  const log = [event('show.deleted', snapshot(1))];
  const refused = deed({ ...remove, key: 'd3' }, {}, 404);
  expect(acknowledged(historyOf([deed(remove, snapshot(1)), refused], log))).toEqual([]);
  expect(acknowledged(historyOf([deed(remove, snapshot(1)), again], log)).join()).toMatch(/1 times of 2/);
  const entries = [deed(removeEntry, null, 204), deed({ ...removeEntry, key: 'e2' }, null, 204)];
  const one = [event('entry.deleted', null, entry)];
  expect(acknowledged(historyOf(entries, one)).join()).toMatch(/1 times of 2/);
});

it('a snapshot that was imported has no event, and may be archived again', () => {
  const taken = { ...snapshot(1), entries: [] };
  const ask: Ask = { method: 'POST', path: importPath, body: { archive: [taken] } };
  const deeds = [deed(ask, { refused: [] }), deed(archive, snapshot(1))];
  expect(acknowledged(historyOf(deeds))).toEqual([]);
  expect(acknowledged(historyOf([...deeds, deed(archive, snapshot(2))])).join()).toMatch(/^missing/);
});

it('a live show is imported with its label, its date and its entries', () => {
  const asked = { id: show, label: 'Main', date: '2027-06-01', entries: [{ id: entry, operator: 'Bea' }] };
  const ask: Ask = { method: 'POST', path: importPath, body: { shows: [asked] } };
  const judge = (after: object) =>
    imported(historyOf([deed(ask, { refused: [] })], [event('show.created', after)]));
  expect(judge({ ...asked, version: 1 })).toEqual([]);
  for (const wrong of [{ label: 'Other' }, { entries: [] }, { entries: [{ id: entry, operator: 'Cleo' }] }])
    expect(judge({ ...asked, ...wrong })).toEqual([`missing: the imported show ${show}`]);
});

it('an import may trim its text, as the archive does when it is read', () => {
  const asked = { id: show, label: 'Main', date: '2027-06-01', entries: [{ id: entry, operator: 'dana ' }] };
  const ask: Ask = { method: 'POST', path: importPath, body: { archive: [asked] } };
  const row = { ...asked, entries: [{ id: entry, operator: 'dana' }] };
  const history = historyOf([deed(ask, { refused: [] })]);
  expect(imported({ ...history, archive: [row] })).toEqual([]);
  expect(imported(history).join()).toMatch(/^missing/);
});
