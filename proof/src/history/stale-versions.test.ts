import { expect, it, vi } from 'vitest';
import { check } from './check.ts';
import { openVenue } from './in-process.ts';
import { act } from './run.ts';

// The bug: versions are read and not compared.
vi.mock(import('@monkey-tracker/server/src/platform/versions.ts'), () => ({ ensureVersion: () => {} }));

it('a planted bug is caught: a change that was based on a stale version is accepted', async () => {
  const faults = check(await act(await openVenue(2), { clients: 6, readers: 2, deeds: 30, seed: 1 }));
  expect(
    faults.some((fault) => fault.startsWith('stale')),
    faults.slice(0, 5).join('\n'),
  ).toBe(true);
});
