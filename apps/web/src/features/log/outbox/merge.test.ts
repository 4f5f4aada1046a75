import { expect, it } from 'vitest';
import { changedFields, clashes } from './merge.ts';

const base = { unit: 'D1', notes: '', actions: ['Reboot'] };

it('names the fields that changed, lists by what they hold', () => {
  expect(changedFields(base, { ...base, actions: ['Reboot'] })).toEqual({});
  expect(changedFields(base, { ...base, notes: 'x', actions: [] })).toEqual({ notes: 'x', actions: [] });
});

it('is no clash where only one changed a field, or both did the same', () => {
  expect(clashes(base, { notes: 'mine' }, { ...base, unit: 'D2' })).toEqual([]);
  expect(clashes(base, { notes: 'same' }, { ...base, notes: 'same' })).toEqual([]);
});

it('is a clash where both changed a field to different things', () => {
  expect(clashes(base, { notes: 'mine', unit: 'D3' }, { ...base, notes: 'theirs' })).toEqual(['notes']);
});
