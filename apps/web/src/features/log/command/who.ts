import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import type { CommandRow } from './plan.ts';

/** A pilot's name has at most so many words here; more are matched by their beginning. */
const mostWords = 4;

const withoutZeros = (digits: string) => digits.replace(/^0+(?=\d)/, '');

/** The number that a unit's id ends in, as digits; undefined where it ends in none. */
const unitNumber = ({ unitId }: CommandRow): string | undefined => {
  const digits = /(\d+)\s*$/.exec(unitId)?.[1];
  return digits === undefined ? undefined : withoutZeros(digits);
};

const isCalled = (name: string) => {
  const key = pilotKey(name);
  return ({ operator, unitId }: CommandRow) => key === pilotKey(operator) || key === pilotKey(unitId);
};

/** Whose unit ends in this number; where no unit does, the row of this number. */
export function rowsNumbered<R extends CommandRow>(typed: string, rows: readonly R[]): R[] {
  const digits = withoutZeros(typed);
  const called = isCalled(typed);
  const units = rows.filter((row) => unitNumber(row) === digits || called(row));
  return units.length > 0 ? units : rows.filter(({ number }) => String(number) === digits);
}

/** Those whose units are numbered within a range, whichever way round; where no unit is, the rows. */
export function rowsBetween<R extends CommandRow>(from: string, to: string, rows: readonly R[]): R[] {
  const [low, high] = [Number(from), Number(to)].toSorted((a, b) => a - b) as [number, number];
  const within = (digits: string | number | undefined) => {
    const value = digits === undefined ? Number.NaN : Number(digits);
    return value >= low && value <= high;
  };
  const units = rows.filter((row) => within(unitNumber(row)));
  return units.length > 0 ? units : rows.filter(({ number }) => within(number));
}

/** Names without accents: not every keyboard has them. */
const plain = (name: string) => pilotKey(name.normalize('NFD').replaceAll(/\p{M}/gu, ''));

function matches<R extends CommandRow>(phrase: string, rows: readonly R[]): { rows: R[]; whole: boolean } {
  const whole = rows.filter(isCalled(phrase));
  if (whole.length > 0) return { rows: whole, whole: true };
  const key = pilotKey(phrase);
  if (key === '') return { rows: [], whole: false };
  const begun = rows.filter(({ operator }) => pilotKey(operator).startsWith(key));
  if (begun.length > 0) return { rows: begun, whole: false };
  const bare = plain(phrase);
  return {
    rows: rows.filter(({ operator }) => bare !== '' && plain(operator).startsWith(bare)),
    whole: false,
  };
}

/**
 * Who is called by the first of these words: a whole name or unit, else the beginning of a name.
 * @returns how many words the name took, and more than one row where it could be several.
 */
export function rowsCalled<R extends CommandRow>(
  words: readonly string[],
  rows: readonly R[],
): { rows: R[]; used: number } {
  const readings = Array.from({ length: Math.min(mostWords, words.length) }, (_, index) => ({
    ...matches(words.slice(0, index + 1).join(' '), rows),
    used: index + 1,
  })).filter((reading) => reading.rows.length > 0);
  const longest = readings.at(-1);
  if (longest === undefined) return { rows: [], used: 1 };
  if (longest.whole) return longest;
  // `al ok` is Al who completed as much as it is the beginning of Al Okafor.
  const shorter = readings.find(
    (reading) => reading.whole && reading !== longest && reading.rows[0] !== longest.rows[0],
  );
  if (shorter === undefined) return longest;
  return { rows: [...shorter.rows, ...longest.rows], used: longest.used };
}
