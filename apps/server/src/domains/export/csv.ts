import type { Table } from './table.ts';

/** What a spreadsheet program may take for the beginning of a formula. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * One cell. A number stays a number; a text that would run as a formula is made harmless by an apostrophe, which
 * spreadsheet programs take for "this is text".
 */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: readonly (string | number)[]) => `${cells.map(cell).join(',')}\n`;

/** A table as CSV: RFC 4180 with LF, UTF-8. */
export async function* csvOf({ header, rows }: Table, bom: boolean): AsyncGenerator<string> {
  yield `${bom ? '\uFEFF' : ''}${line(header)}`;
  for await (const batch of rows) if (batch.length > 0) yield batch.map(line).join('');
}
