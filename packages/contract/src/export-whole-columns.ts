import type { Entry } from './entries.ts';
import { columnValues, exportColumns, type ExportedShow } from './export-columns.ts';
import type { Show } from './shows.ts';

/** What `columns=all` adds to the 24: everything else that the records know. */
export const wholeColumns = [
  ...exportColumns,
  'entryAt',
  'entryVersion',
  'entryCreatedAt',
  'entryUpdatedAt',
  'entryCreatedBy',
  'entryUpdatedBy',
  'showVersion',
  'showCreatedAt',
  'showUpdatedAt',
  'showCreatedBy',
  'showUpdatedBy',
  'archivedAt',
  'deletedAt',
] as const;

type Times = Partial<Pick<Show, 'version' | 'createdAt' | 'updatedAt' | 'createdBy' | 'updatedBy'>>;
export type WholeShow = ExportedShow & Times & { archivedAt?: number; deletedAt?: number };

/** A moment as people and spreadsheets sort it: ISO 8601 in UTC, with milliseconds. */
const written = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());

/** One entry with every field and time, nothing blanked. Fields that an old snapshot lacks are empty. */
export function wholeRow(show: WholeShow, entry: Entry): (string | number)[] {
  const values = columnValues(show, entry);
  return [
    ...exportColumns.map((column) => values[column]),
    written(entry.ts),
    entry.version,
    written(entry.createdAt),
    written(entry.updatedAt),
    entry.createdBy ?? '',
    entry.updatedBy ?? '',
    show.version ?? '',
    written(show.createdAt),
    written(show.updatedAt),
    show.createdBy ?? '',
    show.updatedBy ?? '',
    written(show.archivedAt),
    written(show.deletedAt),
  ];
}
