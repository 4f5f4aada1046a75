import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dropDraft, keepDraft, readDraft } from './draft.ts';

const untouched = { label: '', crew: ['Alex'], notes: '' };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

afterEach(() => vi.unstubAllGlobals());

it('brings back what was typed, for its own form alone', () => {
  keepDraft('show', { ...untouched, label: 'Late', crew: ['Nick'] });
  expect(readDraft('show', untouched)).toEqual({ label: 'Late', crew: ['Nick'], notes: '' });
  expect(readDraft('entry', untouched)).toEqual(untouched);
});

it('ignores what no longer fits the form, and what is not JSON', () => {
  keepDraft('show', { label: 5, crew: 'Nick', notes: 'kept', gone: 'x' });
  expect(readDraft('show', untouched)).toEqual({ label: '', crew: ['Alex'], notes: 'kept' });
  sessionStorage.setItem('monkey-tracker.draft.show', '{');
  expect(readDraft('show', untouched)).toEqual(untouched);
});

it('forgets what was saved', () => {
  keepDraft('show', { label: 'Late' });
  dropDraft('show');
  expect(readDraft('show', untouched)).toEqual(untouched);
});
