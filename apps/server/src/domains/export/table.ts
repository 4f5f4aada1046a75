import { exportColumns, exportRow } from '@monkey-tracker/contract/export-columns';
import { wholeColumns, wholeRow } from '@monkey-tracker/contract/export-whole-columns';
import { parse, type Stored } from './export.queries.ts';

export type Batches = AsyncGenerator<Stored[]>;
type Cells = readonly (string | number)[];

/** A header and its rows, some hundred at a time. */
export interface Table {
  header: readonly string[];
  rows: AsyncGenerator<Cells[]>;
}

/** The entries of shows as rows: the 24 columns, or every field and time. */
export function tableOf(batches: Batches, columns: 'standard' | 'all'): Table {
  const [header, row] =
    columns === 'all' ? ([wholeColumns, wholeRow] as const) : ([exportColumns, exportRow] as const);
  return {
    header,
    rows: (async function* () {
      for await (const batch of batches) {
        yield batch.map(parse).flatMap((show) => show.entries.map((entry) => row(show, entry)));
      }
    })(),
  };
}
