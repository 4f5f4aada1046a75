import { type Entry, newEntry, type NewEntry } from '@monkey-tracker/contract/entries';
import { judgeEntry, statusDictatedBy } from '@monkey-tracker/contract/entry-rules';
import { subIssuesOf } from '@monkey-tracker/contract/values';
import { schemaErrors } from '../../../ui/schema-errors.ts';

/** An entry as its form holds it: everything as typed. */
export interface EntryValues {
  unitId: string;
  planned: string;
  launched: string;
  status: string;
  primaryIssue: string;
  subIssue: string;
  otherDetail: string;
  severity: string;
  rootCause: string;
  actions: string[];
  operator: string;
  batteryId: string;
  delaySec: string;
  commandRx: string;
  notes: string;
}

/** Most units fly: the form starts with what is true most often, for everyone to see. */
export const untouched: EntryValues = {
  unitId: '',
  planned: 'Yes',
  launched: 'Yes',
  status: 'Completed',
  primaryIssue: '',
  subIssue: '',
  otherDetail: '',
  severity: '',
  rootCause: '',
  actions: [],
  operator: '',
  batteryId: '',
  delaySec: '',
  commandRx: '',
  notes: '',
};

/** No delay is not a delay of zero. What is no number stays none, for the contract to refuse. */
const secondsOf = (typed: string): number | null =>
  typed.trim() === '' ? null : Number(typed.trim().replace(',', '.'));

const bodyOf = (values: EntryValues) => ({
  ...values,
  // An empty choice is one that was not made.
  planned: values.planned || undefined,
  launched: values.launched || undefined,
  status: values.status || undefined,
  delaySec: secondsOf(values.delaySec),
});

export function entryErrors(values: EntryValues): Record<string, string> {
  const shape = schemaErrors(newEntry, bodyOf(values));
  if (Number.isNaN(secondsOf(values.delaySec))) shape['delaySec'] = 'Delay must be a number of seconds';
  const trimmed = { ...values, otherDetail: values.otherDetail.trim() };
  const rules = Object.fromEntries(judgeEntry(trimmed).map(({ field, message }) => [field, message]));
  return { ...rules, ...shape };
}

/** What the server is told. Call it with values in which there are no errors. */
export const entryBodyOf = (values: EntryValues): NewEntry => newEntry.parse(bodyOf(values));

export const entryValuesOf = (entry: Entry): EntryValues => ({
  unitId: entry.unitId,
  planned: entry.planned,
  launched: entry.launched,
  status: entry.status,
  primaryIssue: entry.primaryIssue,
  subIssue: entry.subIssue,
  otherDetail: entry.otherDetail,
  severity: entry.severity,
  rootCause: entry.rootCause,
  actions: entry.actions,
  operator: entry.operator,
  batteryId: entry.batteryId,
  delaySec: entry.delaySec === null ? '' : String(entry.delaySec),
  commandRx: entry.commandRx,
  notes: entry.notes,
});

/** What changing some fields does to others: a dictated status, a sub-issue of another issue. */
export function settle(values: EntryValues, change: Partial<EntryValues>): EntryValues {
  const next = { ...values, ...change };
  if (next.planned === 'No') next.launched = 'No';
  const dictated = statusDictatedBy(next.planned, next.launched);
  if (dictated) next.status = dictated;
  else if (next.status === 'No-launch') next.status = untouched.status;
  if (!subIssuesOf(next.primaryIssue).includes(next.subIssue)) next.subIssue = '';
  return next;
}
