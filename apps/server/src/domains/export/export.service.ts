import {
  entriesTotalHeader,
  type EntriesExport,
  type ExportFormat,
  type ExportScope,
  type ShowExport,
} from '@monkey-tracker/contract/export';
import type { Db } from '@monkey-tracker/db/client';
import type { Download } from '../../platform/download.ts';
import { archiveOverdue } from '../archive/index.ts';
import { showNotFound } from '../shows/index.ts';
import { csvOf } from './csv.ts';
import { rangeReversed } from './export.errors.ts';
import * as queries from './export.queries.ts';
import { jsonOf } from './json.ts';
import { nameOfRange, nameOfShow } from './names.ts';
import { type Batches, tableOf } from './table.ts';
import { xlsxOf } from './xlsx/workbook.ts';

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The entries of many shows, the earliest first. */
export async function exportEntries(db: Db, asked: EntriesExport): Promise<Download> {
  const { from, to, scope, ...form } = asked;
  if (from !== undefined && to !== undefined && to < from) throw rangeReversed();
  await archiveOverdue(db);
  const total = await queries.countEntries(db, { from, to, scope });
  return {
    ...fileOf(form, (scope) => queries.batches(db, { from, to, scope }), scope),
    name: nameOfRange(asked),
    headers: { [entriesTotalHeader]: total },
  };
}

/** One show, live or archived. */
export async function exportShow(db: Db, id: string, form: ShowExport): Promise<Download> {
  await archiveOverdue(db);
  const found = await queries.find(db, id);
  if (!found) throw showNotFound();
  const name = nameOfShow(queries.parse(found), form.format);
  const own = found.archived ? 'archive' : 'live';
  return {
    ...fileOf(
      form,
      async function* (scope) {
        if (scope === own) yield [found];
      },
      own,
    ),
    name,
  };
}

function fileOf(
  { format, columns, bom }: ShowExport,
  batches: (scope: ExportScope) => Batches,
  scope: ExportScope,
): Pick<Download, 'type' | 'content'> {
  const table = () => tableOf(batches(scope), columns);
  const making = {
    csv: () => csvOf(table(), bom),
    json: () => jsonOf(batches, scope),
    xlsx: () => xlsxOf(table()),
  };
  return { type: types[format], content: making[format]() };
}
