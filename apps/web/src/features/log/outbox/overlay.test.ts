import { entryFields } from '@monkey-tracker/contract/entries';
import { expect, it } from 'vitest';
import { entrySample, showSample } from '../testing/samples.ts';
import { type LogChange, type LogMemo, recordsOf } from './memo.ts';
import { withPending } from './overlay.ts';

const me = '0190a000-0000-7000-8000-000000000001';
let count = 0;
const change = (memo: LogMemo, rest: Partial<LogChange> = {}): LogChange => {
  const id = String(++count).padStart(4, '0');
  return { id, key: id, userId: me, at: 5, records: recordsOf(memo), memo, ...rest };
};

const entry = entrySample();
const show = showSample({ entries: [entry] });
const id = '0190a000-0000-7000-8000-0000000000f2';
const logged = (operator: string): LogMemo => ({
  kind: 'createEntry',
  showId: show.id,
  entry: { ...entryFields.parse(entry), operator, id, ts: 7 },
});

const see = (changes: LogChange[], sending?: string) => withPending([show], { changes, sending }, me);

it('shows what the server confirmed as confirmed', () => {
  expect(see([])).toMatchObject([
    { standing: 'confirmed', entries: [{ id: entry.id, standing: 'confirmed' }] },
  ]);
});

it('shows a new entry at once, and where it is', () => {
  const one = change(logged('Nick'));
  expect(see([one])[0]?.entries[1]).toMatchObject({ id, operator: 'Nick', standing: 'device' });
  expect(see([one], one.id)[0]?.entries[1]).toMatchObject({ standing: 'sent' });
});

it('shows an entry once that the stream told of before its answer came', () => {
  const one = change(logged('Nick'));
  const told = { ...show, entries: [entry, entrySample({ id, operator: 'Nick' })] };
  expect(withPending([told], { changes: [one], sending: one.id }, me)[0]?.entries).toHaveLength(2);
});

it('lays edits over what they change, one after the other', () => {
  const edits = [{ notes: 'first', unitId: 'D9' }, { notes: 'second' }].map((values) =>
    change({ kind: 'updateEntry', showId: show.id, base: entry, values }),
  );
  expect(see(edits)[0]?.entries).toMatchObject([{ notes: 'second', unitId: 'D9', standing: 'device' }]);
});

it('shows what the server says where a person has to decide', () => {
  const held = { code: 'stale', message: 'Somebody else' };
  const edit = change(
    { kind: 'updateEntry', showId: show.id, base: entry, values: { notes: 'x' } },
    { held },
  );
  expect(see([edit])[0]?.entries).toMatchObject([
    { notes: '', standing: 'conflict', trouble: { id: edit.id } },
  ]);
});

it('keeps an edit in sight whose entry somebody deleted', () => {
  const held = { code: 'entries.not_found', message: 'Entry not found' };
  const gone = { ...entry, id };
  const edit = change({ kind: 'updateEntry', showId: show.id, base: gone, values: { notes: 'x' } }, { held });
  expect(see([edit])[0]?.entries[1]).toMatchObject({ id, notes: 'x', standing: 'conflict' });
});

it('puts a pilot who was logged twice on the line that is there', () => {
  const held = { code: 'entries.pilot_taken', message: 'Taken' };
  const twice = change(logged('ALEX '), { held });
  expect(see([twice])[0]?.entries).toMatchObject([{ id: entry.id, standing: 'conflict' }]);
});

it('hides what is being deleted, and shows a show that is being restored', () => {
  expect(see([change({ kind: 'deleteEntry', showId: show.id, base: entry })])[0]?.entries).toEqual([]);
  const away = change({ kind: 'deleteShow', show });
  expect(see([away])).toEqual([]);
  expect(see([away, change({ kind: 'restoreShow', show })])).toMatchObject([{ id: show.id, entries: [{}] }]);
});

it('shows nothing of what somebody else left on this device', () => {
  expect(see([change(logged('Nick'), { userId: 'other' })])[0]?.entries).toHaveLength(1);
});
