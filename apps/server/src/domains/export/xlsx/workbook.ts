import type { Table } from '../table.ts';
import { bookParts, rowXml, sheetFoot, sheetHead } from './sheet.ts';
import { type Packed, zip } from './zip.ts';

type Cells = readonly (string | number)[];

/** A sheet's limit of 1,048,576 rows, less the header. */
const rowsOfSheet = 1_048_575;

/** A table as an XLSX workbook, made row by row; what does not fit a sheet goes on in the next. */
export const xlsxOf = (table: Table, most = rowsOfSheet): AsyncGenerator<Buffer> => zip(partsOf(table, most));

async function* partsOf({ header, rows }: Table, most: number): AsyncGenerator<Packed> {
  const source = pieces(rows, most);
  let next = await source.next();
  let sheets = 0;
  do {
    sheets += 1;
    let left = most;
    yield {
      path: `xl/worksheets/sheet${sheets}.xml`,
      content: (async function* () {
        yield sheetHead + rowXml(header, ' s="1"');
        for (; !next.done && left > 0; next = await source.next()) {
          left -= next.value.length;
          yield next.value.map((cells) => rowXml(cells)).join('');
        }
        yield sheetFoot;
      })(),
    };
  } while (!next.done);
  yield* bookParts(sheets);
}

/** Batches, cut where a sheet is full. */
async function* pieces(rows: AsyncGenerator<Cells[]>, most: number): AsyncGenerator<Cells[]> {
  let room = most;
  for await (const batch of rows) {
    for (let rest = batch; rest.length > 0;) {
      const piece = rest.slice(0, room);
      rest = rest.slice(room);
      room = room === piece.length ? most : room - piece.length;
      yield piece;
    }
  }
}
