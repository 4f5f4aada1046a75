import { expect, it } from 'vitest';
import { entrySample, showSample } from '../testing/samples.ts';
import { type LogChange, type LogMemo, recordsOf } from './memo.ts';
import { rebase } from './rebase.ts';

const change = (memo: LogMemo): LogChange => ({
  id: '1',
  key: 'first',
  userId: 'grace',
  at: 1,
  records: recordsOf(memo),
  memo,
});

const base = entrySample();
const newer = (fields: Partial<typeof base>) => ({ ...base, version: 2, ...fields });
const edit = (values: Partial<typeof base>) =>
  change({ kind: 'updateEntry', showId: showSample().id, base, values });
const remove = change({ kind: 'deleteEntry', showId: showSample().id, base });

it('goes on top of what others changed in other fields, under a key of its own', () => {
  const current = newer({ unitId: 'D9' });
  const next = rebase(edit({ notes: 'mine' }), current);
  expect(next).toMatchObject({ memo: { base: current, values: { notes: 'mine' } } });
  expect(next.held).toBeUndefined();
  expect(next.key).not.toBe('first');
});

it('asks a person where others changed the same field, and forgets nothing', () => {
  const next = rebase(edit({ notes: 'mine' }), newer({ notes: 'theirs' }));
  expect(next).toMatchObject({ held: { code: 'stale' }, memo: { values: { notes: 'mine' } } });
});

it('asks a person where both changes together would break a rule', () => {
  const current = newer({
    launched: 'No',
    status: 'No-launch',
    primaryIssue: 'Battery',
    severity: 'Minor contained',
  });
  expect(rebase(edit({ primaryIssue: 'Other' }), { ...current, primaryIssue: '' }).held).toBeDefined();
});

it('deletes an entry that says what was seen, and asks where it says something else', () => {
  expect(rebase(remove, newer({})).held).toBeUndefined();
  expect(rebase(remove, newer({ notes: 'theirs' })).held).toMatchObject({ code: 'stale' });
});

it('does not mind that entries made a new version of their show', () => {
  const show = showSample();
  const rename = change({ kind: 'updateShow', base: show, values: { label: 'Late' } });
  const next = rebase(rename, { ...show, version: 9, entries: [base] });
  expect(next).toMatchObject({ memo: { base: { version: 9 }, values: { label: 'Late' } } });
  expect(next.held).toBeUndefined();
});
