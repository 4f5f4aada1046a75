import { expect, it } from 'vitest';
import { lineup } from './testing/lineup.ts';
import { readTargets } from './targets.ts';

const named = (line: string) => readTargets(line, lineup).rows.map(({ operator }) => operator);
const refusals = (line: string, rows = lineup) =>
  readTargets(line, rows).problems.map(({ message }) => message);

it.each([
  ['7 ok', ['John Henery']],
  ['9 ok', ['Nazar']],
  ['009 ok', ['Nazar']],
  ['m-7 ok', ['John Henery']],
  ['D14 ok', ['Zoë']],
  ['5 ok', ['Nick']],
  ['alex ok', ['Alex']],
  ['jo ok', ['John Henery']],
  ['JOHN HENERY ok', ['John Henery']],
  ['"john henery" ok', ['John Henery']],
  ['zoe ok', ['Zoë']],
  ['Zoë ok', ['Zoë']],
  ['7,alex , 14 ok', ['John Henery', 'Alex', 'Zoë']],
  ['1,1,D1 ok', ['Alex']],
  ['7-14 ok', ['John Henery', 'Nazar', 'Zoë']],
  ['3-5 ok', ['John Henery', 'Nazar', 'Nick']],
  ['2-1 ok', ['Alex', 'James']],
  ['rest ok', ['Alex', 'John Henery', 'Nazar', 'Nick', 'Zoë']],
])('%j is for %j', (line, names) => {
  expect(refusals(line)).toEqual([]);
  expect(named(line)).toEqual(names);
});

it.each([
  ['n ok', '“n” could be Nazar (D09) or Nick'],
  ['j ok', '“j” could be James (D2) or John Henery (M-7)'],
  ['40 ok', 'No unit ends in 40, and no row is number 40'],
  ['alx ok', '“alx” is no pilot, unit or row of this show; the nearest is “Alex”'],
  ['30-40 ok', 'No unit or row from 30 to 40'],
  ['7, ', 'A name or number is missing'],
  ['', 'Begin with whom it is for: 7, alex, 1-6, rest'],
])('%j is refused: %s', (line, message) => {
  expect(refusals(line)).toEqual([message]);
});

it('never chooses between two units that end in the same number', () => {
  const rows = [...lineup, { number: 7, operator: 'Olga', unitId: 'D7' }];
  expect(refusals('7 ok', rows)).toEqual(['“7” could be John Henery (M-7) or Olga (D7)']);
  expect(refusals('d7 ok', rows)).toEqual([]);
});

it('does not take a word for a surname, nor a surname for a word', () => {
  const rows = [
    { number: 1, operator: 'Al', unitId: 'D1' },
    { number: 2, operator: 'Al Okafor', unitId: 'D2' },
  ];
  expect(refusals('al ok', rows)).toEqual(['“al ok” could be Al (D1) or Al Okafor (D2)']);
  expect(refusals('al abort rf', rows)).toEqual([]);
  expect(refusals('al okafor ok', rows)).toEqual([]);
});

it('says so when everyone is logged, and when nobody is there', () => {
  expect(refusals('rest ok', [])).toEqual(['Everyone is logged already']);
  expect(refusals('al ok', [])).toEqual([
    '“al” is no pilot, unit or row of this show; nobody is in the lineup',
  ]);
});
