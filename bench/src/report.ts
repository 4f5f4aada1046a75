import type { Timing } from './measure.ts';

interface Result {
  entries: number;
  seconds: number;
  timings: Timing[];
}

const ms = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(1));
const times = (value: number) => (Number.isNaN(value) ? '–' : `${value.toFixed(value < 10 ? 1 : 0)}×`);

/** The results as a Markdown table: for each size both medians and their ratio, then the growth between sizes. */
export function report(results: readonly Result[]): string {
  const [small, large] = [results[0], results.at(-1)];
  const head = results.flatMap(({ entries }) => [
    `${entries.toLocaleString('en')}: kept ms`,
    'raw ms',
    'ratio',
  ]);
  const rows = (large?.timings ?? []).map(({ name, keptMs }, index) => {
    const before = small?.timings[index]?.keptMs ?? NaN;
    const cells = results.flatMap(({ timings }) => {
      const { keptMs, rawMs } = timings[index] ?? { keptMs: NaN, rawMs: NaN };
      return [ms(keptMs), ms(rawMs), times(rawMs / keptMs)];
    });
    return [name, ...cells, times(keptMs / before)];
  });
  return [['question', ...head, 'growth'], head.map(() => '---').concat('---', '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}
