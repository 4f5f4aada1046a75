import { expect, it } from 'vitest';
import { cellsOf, unzip } from '../testing/files.ts';
import { xlsxOf } from './workbook.ts';

async function made(rows: (string | number)[][], most?: number) {
  const table = {
    header: ['a', 'b'],
    rows: (async function* () {
      yield rows;
      yield [];
    })(),
  };
  const pieces: Buffer[] = [];
  for await (const piece of xlsxOf(table, most)) pieces.push(piece);
  return unzip(Buffer.concat(pieces));
}
const sheet = (files: Map<string, string>, number: number) =>
  files.get(`xl/worksheets/sheet${number}.xml`) ?? '';

it('goes on in another sheet where one is full, each with its header', async () => {
  const files = await made(
    [
      [1, 'x'],
      [2, 'y'],
      [3, 'z'],
    ],
    2,
  );
  expect(cellsOf(sheet(files, 1))).toEqual([
    ['a', 'b'],
    [1, 'x'],
    [2, 'y'],
  ]);
  expect(cellsOf(sheet(files, 2))).toEqual([
    ['a', 'b'],
    [3, 'z'],
  ]);
  expect(files.get('xl/workbook.xml')?.match(/<sheet /g)).toHaveLength(2);
});

it('has one sheet with a header where there is no entry', async () => {
  expect(cellsOf(sheet(await made([]), 1))).toEqual([['a', 'b']]);
});

it('escapes what XML cannot hold, and never writes a formula', async () => {
  const xml = sheet(await made([['=1+1', 'a\u0001<b> & "c" _x0041_\r\n']]), 1);
  expect(xml).not.toContain('<f');
  expect(xml).toContain('<is><t xml:space="preserve">=1+1</t></is>');
  expect(xml).toContain('a_x0001_&lt;b&gt; &amp; "c" _x005F_x0041__x000D_\n');
});
