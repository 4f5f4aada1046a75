import { importSource } from '@monkey-tracker/contract/import';
import { expect, it } from 'vitest';
import { sourceOf } from './source-of-files.ts';

const file = (name: string, content: unknown) => ({
  name,
  text: () => Promise.resolve(typeof content === 'string' ? content : JSON.stringify(content)),
});

it('knows the three files of the old software by what is in them', async () => {
  const source = await sourceOf([
    file('a.json', { shows: [{ id: '1', archivedAt: 5 }] }),
    file('b.json', [{ id: '2' }]),
    file('c.json', { crew: [], pilots: ['Zoë'], monkeyLeads: [] }),
  ]);
  expect(source).toEqual({
    archive: { shows: [{ id: '1', archivedAt: 5 }] },
    shows: [{ id: '2' }],
    staff: { crew: [], pilots: ['Zoë'], monkeyLeads: [] },
  });
  expect(importSource.safeParse(source).success).toBe(true);
});

it('takes an empty list for what the file is named after', async () => {
  expect(await sourceOf([file('archive.json', []), file('shows.json', [])])).toEqual({
    archive: [],
    shows: [],
  });
});

it.each([
  [[file('notes.json', 'not json')], 'notes.json is not JSON'],
  [[file('other.json', { a: 1 })], 'other.json holds neither shows nor rosters of the old software'],
  [
    [file('one.json', [{ id: '1' }]), file('two.json', [{ id: '2' }])],
    'two.json is a second file with the same kind of data',
  ],
])('names the file that it cannot take', async (files, sentence) => {
  await expect(sourceOf(files)).rejects.toThrow(sentence);
});
