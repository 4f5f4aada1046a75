import { type Figure, isMet } from '../figure.ts';
import type { Spread } from '../spread.ts';

const digits = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);
export const numeral = (value: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits(value), maximumFractionDigits: digits(value) });

/** `1,234 (1,200–1,300)`: the median, and the quartiles around it. */
export const spreadInWords = ({ median, q1, q3 }: Spread): string =>
  `${numeral(median)} (${numeral(q1)}–${numeral(q3)})`;

/** `≥ 0.6: met`, empty where nothing is promised. */
export function goalInWords(figure: Figure): string {
  const { goal } = figure;
  if (!goal) return '';
  return `${goal.at === 'least' ? '≥' : '≤'} ${goal.limit.toLocaleString('en')}: ${isMet(figure) ? 'met' : 'missed'}`;
}
