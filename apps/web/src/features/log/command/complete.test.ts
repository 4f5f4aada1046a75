import { describe, expect, it } from 'vitest';
import { complete } from './complete.ts';
import { lineup } from './testing/lineup.ts';

const texts = (line: string) => complete(line, lineup).map(({ text }) => text);
const lines = (line: string) => complete(line, lineup).map((one) => one.line);

describe('whom a line is for', () => {
  it('offers those who are not logged first, and the rest of them together', () => {
    expect(complete('', lineup).map(({ text, label }) => `${text}: ${label}`)).toEqual([
      'Alex: D1, not logged yet',
      'John Henery: M-7, not logged yet',
      'Nazar: D09, not logged yet',
      'Nick: no unit yet, not logged yet',
      'Zoë: D14, not logged yet',
      'James: D2, logged: Abort',
      'rest: all 5 not logged yet',
    ]);
  });

  it.each([
    ['n', ['Nazar ', 'Nick ']],
    ['al', ['Alex ']],
    ['D1', ['D14 ']],
    ['7,re', ['7,rest ']],
    ['7, z', ['7, Zoë ']],
    ['john h', ['John Henery ']],
  ])('%j goes on as %j', (line, then) => expect(lines(line)).toEqual(then));

  it('writes a name in quotes where it would read as something else', () => {
    const rows = [{ number: 1, operator: 'Smith, John', unitId: '' }];
    expect(complete('smi', rows).map(({ line }) => line)).toEqual(['"Smith, John" ']);
    expect(complete('"smi', rows).map(({ line }) => line)).toEqual(['"Smith, John" ']);
  });
});

describe('what happened', () => {
  it('asks first how it went', () => expect(texts('1 ').slice(0, 3)).toEqual(['ok', 'nl', 'abort']));
  it('asks then what failed', () =>
    expect(texts('1 nl ').slice(0, 3)).toEqual(['tracking', 'launch', 'cmd']));
  it('asks then which of its faults it was', () =>
    expect(texts('1 nl batt ').slice(0, 5)).toEqual([
      'low-voltage',
      'bms-fault',
      'poor-contact',
      'swelling',
      'unknown',
    ]));

  it.each([
    ['1 nl swe', ['1 nl swelling ']],
    ['1 nl batt swap d', ['1 nl batt swap-drone ']],
    ['1 root s', ['1 root sw ']],
    [
      '1 nl batt root ',
      ['root hw', 'root sw', 'root ops', 'root env', 'root unknown'].map((end) => `1 nl batt ${end} `),
    ],
    ['1 comp', ['1 ok ']],
    ['1 ok "some', []],
    ['1 ok zz', []],
  ])('%j goes on as %j', (line, then) => expect(lines(line)).toEqual(then));

  it('offers nothing that would contradict', () => {
    expect(texts('1 ok ')).not.toContain('abort');
    expect(texts('1 abort rf ')).not.toContain('swelling');
  });
});
