import {
  actions,
  issues,
  primaryIssues,
  rootCauses,
  severities,
  statuses,
  yesNo,
} from '@monkey-tracker/contract/values';
import fc from 'fast-check';
import type { SnapshotEntry, SnapshotShow } from './snapshots.ts';

const delay = fc.option(
  fc.oneof(
    fc.constantFrom(0, 0.1, 0.2, 0.7, 1e-7, 1e9, 12.5, 600),
    fc.double({ min: 0, max: 1e9, noNaN: true }).map((seconds) => seconds + 0),
  ),
);

const issue = fc.constantFrom(...primaryIssues, '' as const).chain((primaryIssue) =>
  fc.record({
    primaryIssue: fc.constant(primaryIssue),
    subIssue: fc.constantFrom('', ...(primaryIssue === '' ? [] : issues[primaryIssue])),
  }),
);

const anyEntry: fc.Arbitrary<SnapshotEntry> = fc
  .tuple(
    issue,
    fc.record({
      unitId: fc.constantFrom('D1', 'D2', 'D10'),
      planned: fc.constantFrom(...yesNo),
      launched: fc.constantFrom(...yesNo),
      status: fc.constantFrom(...statuses),
      severity: fc.constantFrom('', ...severities),
      rootCause: fc.constantFrom('', ...rootCauses),
      actions: fc.uniqueArray(fc.constantFrom(...actions)),
      operator: fc.constantFrom('Alex', 'Zoë', '李雷', "O'Neil"),
      batteryId: fc.constantFrom('', 'B-01', 'B-02'),
      delaySec: delay,
    }),
  )
  .map(([issue, entry]) => ({ ...entry, ...issue }));

/** Days on which weeks, months, years and clocks change. */
const days = [
  '2027-12-26',
  '2027-12-27',
  '2027-12-31',
  '2028-01-01',
  '2028-01-02',
  '2028-02-28',
  '2028-02-29',
];
const clocks = ['2028-03-01', '2028-03-12', '2028-03-26', '2028-10-29', '2028-11-05', '2028-12-31'];

/** A show with up to eight entries, nothing in it judged. */
export const anyShow: fc.Arbitrary<SnapshotShow> = fc.record({
  id: fc.uuid({ version: 7 }),
  date: fc.constantFrom(...days, ...clocks),
  time: fc.constantFrom('01:30', '02:30', '20:00', '23:59'),
  label: fc.constantFrom('Gala 1', 'Main 2'),
  leadPilot: fc.constantFrom('Nazar', 'Alex'),
  monkeyLead: fc.constantFrom('Cleo', 'Bret'),
  entries: fc.array(anyEntry, { maxLength: 8 }),
});
