import type { Figure } from '../figure.ts';
import { goalInWords, spreadInWords } from './words.ts';

const head = ['what', 'Monkey Tracker', 'beside it', 'ratio', 'goal'];

/** The results as a Markdown table whose columns also line up in a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    `${figure.section}: ${figure.name}`,
    `${spreadInWords(figure.ours)} ${figure.unit}`,
    figure.beside ? `${spreadInWords(figure.beside.spread)}, ${figure.beside.name}` : '',
    figure.beside ? spreadInWords(figure.beside.ratio) : '',
    goalInWords(figure),
  ]);
  const widths = head.map((name, column) =>
    Math.max(...[name, ...rows.map((row) => row[column] ?? '')].map(({ length }) => length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('');
}
