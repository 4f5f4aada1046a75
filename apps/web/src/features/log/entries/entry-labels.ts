import type { Entry } from '@monkey-tracker/contract/entries';
import type { Difference } from '../../../ui/conflict.tsx';
import { entryValuesOf, type EntryValues } from './entry-values.ts';

/** What each field is called, in the order of the form. The unit has the venue's word. */
export const entryLabels = (unitLabel: string) =>
  ({
    operator: 'Operator',
    unitId: `${unitLabel} ID`,
    planned: 'Planned',
    launched: 'Launched',
    status: 'Status',
    primaryIssue: 'Primary issue',
    subIssue: 'Sub-issue',
    otherDetail: 'Other detail',
    severity: 'Severity',
    rootCause: 'Root cause',
    actions: 'Actions taken',
    delaySec: 'Delay (seconds)',
    commandRx: 'Command received',
    batteryId: 'Battery ID',
    notes: 'Notes',
  }) as const satisfies Record<keyof EntryValues, string>;

const inWords = (value: string | string[]) => (Array.isArray(value) ? value.join(', ') : value);

/** Where a form and the entry as it stands differ. */
export function entryDifferences(mine: EntryValues, entry: Entry, unitLabel: string): Difference[] {
  const theirs = entryValuesOf(entry);
  // The names of an object that is declared to have exactly these.
  const labels = Object.entries(entryLabels(unitLabel)) as [keyof EntryValues, string][];
  return labels
    .map(([name, label]) => ({ name, label, mine: inWords(mine[name]), theirs: inWords(theirs[name]) }))
    .filter((pair) => pair.mine !== pair.theirs);
}
