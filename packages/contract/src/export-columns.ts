import type { Entry } from './entries.ts';
import type { Show } from './shows.ts';

/** The columns of exports and webhook rows, in the order in which tables fed by them expect them. */
export const exportColumns = [
  'showId',
  'showDate',
  'showTime',
  'showLabel',
  'crew',
  'leadPilot',
  'monkeyLead',
  'showNotes',
  'entryId',
  'unitId',
  'planned',
  'launched',
  'status',
  'primaryIssue',
  'subIssue',
  'otherDetail',
  'severity',
  'rootCause',
  'actions',
  'operator',
  'batteryId',
  'delaySec',
  'commandRx',
  'notes',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

/** What a row says of its show; a snapshot of the archive has it too. */
export type ExportedShow = Pick<
  Show,
  'id' | 'date' | 'time' | 'label' | 'crew' | 'leadPilot' | 'monkeyLead' | 'notes'
>;

export type ExportedEntry = Omit<
  Entry,
  'ts' | 'version' | 'createdBy' | 'updatedBy' | 'createdAt' | 'updatedAt'
>;

/** Each column's value of one entry; lists are joined with `|`, a missing delay is an empty text. */
export const columnValues = (
  show: ExportedShow,
  entry: ExportedEntry,
): Record<ExportColumn, string | number> => ({
  showId: show.id,
  showDate: show.date,
  showTime: show.time,
  showLabel: show.label,
  crew: show.crew.join('|'),
  leadPilot: show.leadPilot,
  monkeyLead: show.monkeyLead,
  showNotes: show.notes,
  entryId: entry.id,
  unitId: entry.unitId,
  planned: entry.planned,
  launched: entry.launched,
  status: entry.status,
  primaryIssue: entry.primaryIssue,
  subIssue: entry.subIssue,
  otherDetail: entry.otherDetail,
  severity: entry.severity,
  rootCause: entry.rootCause,
  actions: entry.actions.join('|'),
  operator: entry.operator,
  batteryId: entry.batteryId,
  delaySec: entry.delaySec ?? '',
  commandRx: entry.commandRx,
  notes: entry.notes,
});

const blankOfCompleted = { primaryIssue: '', subIssue: '', otherDetail: '', severity: '', rootCause: '' };

/**
 * One entry as the values of the export columns, in their order. The five issue fields of a Completed entry are blank:
 * here alone, its record keeps them.
 */
export function exportRow(show: ExportedShow, entry: ExportedEntry): (string | number)[] {
  const row = {
    ...columnValues(show, entry),
    ...(entry.status === 'Completed' && blankOfCompleted),
  };
  return exportColumns.map((column) => row[column]);
}
