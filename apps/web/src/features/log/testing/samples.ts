import type { Entry } from '@monkey-tracker/contract/entries';
import type { Show } from '@monkey-tracker/contract/shows';

/** Records for the unit tests of this feature. */
export const entrySample = (fields: Partial<Entry> = {}): Entry => ({
  id: '0190a000-0000-7000-8000-0000000000e1',
  ts: 1_000,
  unitId: 'D-1',
  planned: 'Yes',
  launched: 'Yes',
  status: 'Completed',
  primaryIssue: '',
  subIssue: '',
  otherDetail: '',
  severity: '',
  rootCause: '',
  actions: [],
  operator: 'Alex',
  batteryId: '',
  delaySec: null,
  commandRx: '',
  notes: '',
  version: 1,
  createdBy: null,
  updatedBy: null,
  createdAt: 1_000,
  updatedAt: 1_000,
  ...fields,
});

export const showSample = (fields: Partial<Show> = {}): Show => ({
  id: '0190a000-0000-7000-8000-000000000051',
  date: '2026-11-20',
  time: '20:00',
  label: 'Evening',
  crew: ['Nick'],
  leadPilot: 'Alex',
  monkeyLead: 'Cleo',
  notes: '',
  entries: [],
  createdAt: 1_000,
  updatedAt: 1_000,
  version: 1,
  createdBy: null,
  updatedBy: null,
  ...fields,
});
