import { venueDate } from '@monkey-tracker/contract/calendar';
import { expect, it } from 'vitest';
import { auditFilter, auditSearch } from './audit-search.ts';
import { differencesOf, titleOf } from './differences.ts';

it('tells only what is different, in words', () => {
  const before = {
    id: 'a',
    version: 1,
    primaryIssue: '',
    actions: ['Reboot'],
    delaySec: null,
    notes: 'same',
  };
  const after = {
    ...before,
    version: 2,
    primaryIssue: 'Battery',
    actions: ['Reboot', 'Retry launch'],
    delaySec: 0,
  };
  expect(differencesOf(before, after)).toEqual([
    { field: 'Primary issue', before: null, after: 'Battery' },
    { field: 'Actions', before: 'Reboot', after: 'Reboot, Retry launch' },
    { field: 'Delay sec', before: null, after: '0' },
  ]);
  expect(differencesOf(null, { label: 'Main', entries: [] })).toEqual([
    { field: 'Label', before: null, after: 'Main' },
  ]);
  expect(differencesOf({ archive: { afterHours: 24 } }, { archive: { afterHours: 12 } })).toEqual([
    { field: 'Archive, After hours', before: '24', after: '12' },
  ]);
  expect(differencesOf({ ts: 0 }, { ts: 1_000 })).toEqual([
    { field: 'Happened at', before: '1970-01-01 00:00:00 UTC', after: '1970-01-01 00:00:01 UTC' },
  ]);
  expect(differencesOf('text', null)).toEqual([]);
  expect(titleOf('archive.purge_stopped')).toBe('Archive purge stopped');
});

it('takes of an address what makes sense, and asks for whole days of the venue', () => {
  const show = '0190a000-0000-7000-8000-000000000051';
  const search = auditSearch({
    type: 'entry.created',
    show,
    actor: '<script>',
    from: '2026-03-29',
    to: 'soon',
  });
  expect(search).toEqual({ type: 'entry.created', show, from: '2026-03-29' });
  // The day on which Berlin's clocks leap has 23 hours.
  const { from = 0, to = 0 } = auditFilter({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin');
  expect(to - from + 1).toBe(23 * 3_600_000);
  expect(venueDate(from, 'Europe/Berlin')).toBe('2026-03-29');
});
