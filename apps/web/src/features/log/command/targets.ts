import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import { nearest } from './nearest.ts';
import { type CommandRow, missing, type Problem, wrong } from './plan.ts';
import { rowsBetween, rowsCalled, rowsNumbered } from './who.ts';

interface Targets<R> {
  rows: R[];
  problems: Problem[];
  /** Where in the line the last of them begins. */
  last: number;
  /** Where in the line the words begin. */
  end: number;
}

const range = /^(\d+)[-–](\d+)$/;
const number = /^\d+$/;

export const nameOf = ({ operator, unitId }: CommandRow) =>
  unitId === '' ? operator : `${operator} (${unitId})`;

/** Whom a command is for: the list of units, rows, names and ranges that it begins with. */
export function readTargets<R extends CommandRow>(line: string, rows: readonly R[]): Targets<R> {
  const found = new Set<R>();
  const problems: Problem[] = [];
  let at = afterBlanks(line, 0);
  if (at === line.length)
    return {
      rows: [],
      problems: [missing('Begin with whom it is for: 7, alex, 1-6, rest')],
      last: at,
      end: at,
    };
  for (;;) {
    const last = at;
    const item = readItem(line.slice(at), rows);
    for (const row of item.rows) found.add(row);
    problems.push(...item.problems);
    at = afterBlanks(line, at + item.length);
    if (line[at] !== ',') return { rows: [...found], problems, last, end: at };
    at = afterBlanks(line, at + 1);
  }
}

const afterBlanks = (line: string, from: number) => from + (/^\s*/.exec(line.slice(from))?.[0].length ?? 0);

interface Item<R> {
  rows: R[];
  problems: Problem[];
  length: number;
}

function readItem<R extends CommandRow>(text: string, rows: readonly R[]): Item<R> {
  const quoted = /^["“”]([^"“”]*)["“”]?/.exec(text);
  if (quoted) return named([quoted[1] ?? ''], rows, () => quoted[0].length);
  const words = /^[^\s,"“”]+(?:\s+[^\s,"“”]+)*/.exec(text)?.[0] ?? '';
  const [first = ''] = words.split(/\s/, 1);
  const item = (problems: Problem[], rowsOfItem: R[] = []) => ({
    rows: rowsOfItem,
    problems,
    length: first.length,
  });
  if (first === '') return { rows: [], problems: [missing('A name or number is missing')], length: 0 };
  if (pilotKey(first) === 'rest') {
    const rest = rows.filter(({ entry }) => entry === undefined);
    return item(rest.length > 0 ? [] : [wrong('Everyone is logged already')], rest);
  }
  const [, from, to] = range.exec(first) ?? [];
  if (from !== undefined && to !== undefined) {
    const between = rowsBetween(from, to, rows);
    return item(between.length > 0 ? [] : [wrong(`No unit or row from ${from} to ${to}`)], between);
  }
  if (number.test(first)) {
    const numbered = rowsNumbered(first, rows);
    return item(oneOf(first, numbered, rows), numbered);
  }
  return named(words.split(/\s+/), rows, (used) => lengthOf(words, used));
}

/** How long so many words are, with the blanks between them as typed. */
const lengthOf = (words: string, count: number) =>
  new RegExp(String.raw`^\S+(?:\s+\S+){${count - 1}}`).exec(words)?.[0].length ?? words.length;

function named<R extends CommandRow>(
  words: string[],
  rows: readonly R[],
  length: (used: number) => number,
): Item<R> {
  const called = rowsCalled(words, rows);
  const text = words.slice(0, called.used).join(' ');
  return { rows: called.rows, problems: oneOf(text, called.rows, rows), length: length(called.used) };
}

function oneOf(text: string, found: readonly CommandRow[], rows: readonly CommandRow[]): Problem[] {
  if (found.length === 1) return [];
  if (found.length > 1) return [wrong(`“${text}” could be ${found.map(nameOf).join(' or ')}`)];
  if (number.test(text)) return [wrong(`No unit ends in ${text}, and no row is number ${text}`)];
  const known = rows.flatMap(({ operator, unitId }) => [operator, unitId]).filter((name) => name !== '');
  const near = nearest(text, known);
  const hint = near === undefined ? 'nobody is in the lineup' : `the nearest is “${near}”`;
  return [wrong(`“${text}” is no pilot, unit or row of this show; ${hint}`)];
}
