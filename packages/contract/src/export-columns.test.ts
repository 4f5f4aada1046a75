import { expect, it } from 'vitest';
import { exportColumns, exportRow } from './export-columns.ts';

const show = {
  id: 's',
  date: '2026-11-20',
  time: '20:00',
  label: 'Main 1',
  crew: ['Alex', 'Zoë'],
  leadPilot: 'Nazar',
  monkeyLead: 'Cleo',
  notes: 'wind',
};
const entry = {
  id: 'e',
  unitId: 'D7',
  planned: 'Yes' as const,
  launched: 'Yes' as const,
  status: 'Abort' as const,
  primaryIssue: 'Battery' as const,
  subIssue: 'swelling',
  otherDetail: 'warm',
  severity: 'Major visible' as const,
  rootCause: 'Hardware' as const,
  actions: ['Reboot' as const, 'Swap drone' as const],
  operator: 'Nick',
  batteryId: 'B2',
  delaySec: 0,
  commandRx: 'Yes' as const,
  notes: 'n',
};
const row = (change: Partial<typeof entry> | { status: 'Completed' } | { delaySec: null }) => {
  const values = exportRow(show, { ...entry, ...change });
  return Object.fromEntries(exportColumns.map((column, place) => [column, values[place]]));
};

it('a row has the 24 columns in the order that old tables expect, lists joined with |', () => {
  expect(exportColumns).toHaveLength(24);
  expect(exportRow(show, entry).join()).toBe(
    's,2026-11-20,20:00,Main 1,Alex|Zoë,Nazar,Cleo,wind,e,D7,Yes,Yes,Abort,Battery,swelling,warm,' +
      'Major visible,Hardware,Reboot|Swap drone,Nick,B2,0,Yes,n',
  );
});

it('the five issue fields of a Completed entry are blank, and nothing else of it', () => {
  const blank = { primaryIssue: '', subIssue: '', otherDetail: '', severity: '', rootCause: '' };
  expect(row({ status: 'Completed' })).toEqual({ ...row({}), status: 'Completed', ...blank });
});

it('a missing delay is empty, and 0 is a real zero', () => {
  expect(row({ delaySec: null }).delaySec).toBe('');
  expect(row({ delaySec: 0 }).delaySec).toBe(0);
});
