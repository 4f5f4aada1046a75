import { expect, it } from 'vitest';
import { csvOf } from './save-table.ts';

it('writes numbers as numbers, nothing as nothing, and text so that no spreadsheet runs it', () => {
  expect(
    csvOf([
      ['unit', 'rate'],
      ['=1+1', 93.25],
      ['a "b", c', null],
      ['-x', -1],
    ]),
  ).toBe('unit,rate\n\'=1+1,93.25\n"a ""b"", c",\n\'-x,-1\n');
});
