import { entryFields } from '@monkey-tracker/contract/entries';
import { expect, it } from 'vitest';
import { entrySample, showSample } from '../testing/samples.ts';
import { type LogChange, type LogMemo, recordsOf } from './memo.ts';
import { decideEntry, entryTrouble, judgeChoice } from './trouble.ts';

const there = entrySample({ version: 3, notes: 'theirs' });
const show = showSample({ entries: [there] });

const held = (memo: LogMemo, code: string): LogChange => ({
  id: '1',
  key: 'first',
  userId: 'grace',
  at: 1,
  records: recordsOf(memo),
  memo,
  held: { code, message: 'No' },
});

const id = '0190a000-0000-7000-8000-0000000000f2';
const twice = held(
  {
    kind: 'createEntry',
    showId: show.id,
    entry: { ...entryFields.parse(there), operator: 'ALEX', id, ts: 1, notes: 'mine', unitId: 'D9' },
  },
  'entries.pilot_taken',
);

function troubleOf(change: LogChange) {
  const trouble = entryTrouble(change, [show]);
  if (!trouble) throw new Error('there is trouble');
  return trouble;
}

it('makes of a second line for a pilot an edit of the one that is there, with the chosen fields alone', () => {
  const trouble = troubleOf(twice);
  expect(trouble.mine).not.toHaveProperty('operator');
  expect(decideEntry(twice, trouble, ['unitId'])).toMatchObject({
    held: undefined,
    records: [show.id, there.id],
    memo: { kind: 'updateEntry', base: { id: there.id, version: 3 }, values: { unitId: 'D9' } },
  });
});

it('lets the change go where nothing of it is chosen', () => {
  expect(decideEntry(twice, troubleOf(twice), [])).toBeUndefined();
});

it('says which rule a choice would break', () => {
  const edit = held(
    {
      kind: 'updateEntry',
      showId: show.id,
      base: there,
      values: { status: 'Abort', severity: 'Minor contained' },
    },
    'stale',
  );
  expect(judgeChoice(troubleOf(edit), ['status', 'severity'])).toEqual([
    'Primary issue is required unless Completed',
  ]);
  expect(judgeChoice(troubleOf(edit), [])).toEqual([]);
});

it('has nothing to compare with where the entry is gone', () => {
  expect(entryTrouble(twice, [])).toBeUndefined();
});
