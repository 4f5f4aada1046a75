import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import { parse } from './parse.ts';
import type { CommandRow } from './plan.ts';
import { nameOf, readTargets } from './targets.ts';
import { completeWords } from './complete-words.ts';

export interface Suggestion {
  /** The whole line once this is taken. */
  line: string;
  /** What is written into it. */
  text: string;
  /** What that means. */
  label: string;
}

/** More would have to be read instead of typed. */
const most = 8;

/**
 * How a line can go on from its end. Only what can be run, or can become so with more words;
 * a line that can be run stays one whatever is taken.
 */
export function complete(line: string, rows: readonly CommandRow[]): Suggestion[] {
  const { last, end } = readTargets(line, rows);
  const naming = end === line.length && (last === end || !/\s$/.test(line));
  const offers = naming ? completeNames(line, last, rows) : completeWords(line, end, rows);
  const runs = parse(line, rows).problems.length === 0;
  const taken: Suggestion[] = [];
  for (const offer of offers) {
    if (taken.length === most) break;
    if (offer.line.trimEnd() === line.trimEnd() || taken.some((one) => one.line === offer.line)) continue;
    const { problems } = parse(offer.line, rows);
    if (problems.every(({ kind }) => kind === 'missing' && !runs)) taken.push(offer);
  }
  return taken;
}

function completeNames(line: string, from: number, rows: readonly CommandRow[]): Suggestion[] {
  const typed = pilotKey(line.slice(from).replace(/^["“”]/, ''));
  const begins = (name: string) => pilotKey(name).startsWith(typed);
  const offer = (text: string, label: string) => ({ line: `${line.slice(0, from)}${text} `, text, label });
  const unlogged = rows.filter(({ entry }) => entry === undefined);
  const ordered = [...unlogged, ...rows.filter(({ entry }) => entry !== undefined)];
  const names = ordered.flatMap((row) => {
    const text = waysToName(row).find((way) => begins(way.replaceAll('"', '')) && means(way, row, rows));
    const state = row.entry ? `logged: ${row.entry.status}` : 'not logged yet';
    return text === undefined
      ? []
      : [offer(text, `${text === row.operator ? row.unitId || 'no unit yet' : nameOf(row)}, ${state}`)];
  });
  const rest =
    unlogged.length > 1 && begins('rest') ? [offer('rest', `all ${unlogged.length} not logged yet`)] : [];
  return [...names.slice(0, most - rest.length), ...rest];
}

const waysToName = ({ operator, unitId }: CommandRow) => [
  operator,
  unitId,
  /\d+$/.exec(unitId)?.[0] ?? operator,
  `"${operator}"`,
];

/** Whether this, with more words behind it, names that row and no other. */
const means = (written: string, row: CommandRow, rows: readonly CommandRow[]): boolean => {
  const read = readTargets(`${written} ok`, rows);
  return (
    read.problems.length === 0 &&
    read.rows.length === 1 &&
    read.rows[0] === row &&
    read.end === written.length + 1
  );
};
