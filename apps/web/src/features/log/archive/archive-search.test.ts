import { expect, it } from 'vitest';
import { archiveSearch } from './archive-search.ts';

it('reads what an address says about the archive', () => {
  const search = { q: 'Alex', from: '2026-01-01', to: '2026-02-28', metric: 'abortRate' };
  expect(archiveSearch(search)).toEqual(search);
});

it('ignores what makes no sense', () => {
  expect(archiveSearch({ q: ' ', from: '2026-02-30', to: 7, metric: 'luck', other: 1 })).toEqual({});
});
