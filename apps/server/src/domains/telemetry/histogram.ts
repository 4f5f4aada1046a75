import { headOf, lineOf } from './exposition.ts';

interface Series {
  labels: Record<string, string>;
  counts: number[];
  sum: number;
}

/** Counts durations in buckets, for each set of labels. @param bounds in seconds, rising. */
export function createHistogram(name: string, help: string, bounds: readonly number[]) {
  const all = new Map<string, Series>();

  function linesOf({ labels, counts, sum }: Series): string {
    let below = 0;
    const buckets = [...bounds, '+Inf'].map((bound, place) => {
      below += counts[place] ?? 0;
      return lineOf(`${name}_bucket`, { labels: { ...labels, le: String(bound) }, value: below });
    });
    const total = [
      lineOf(`${name}_sum`, { labels, value: sum }),
      lineOf(`${name}_count`, { labels, value: below }),
    ];
    return [...buckets, ...total].join('');
  }

  return {
    observe(labels: Record<string, string>, seconds: number): void {
      const key = Object.values(labels).join('\n');
      const series = all.get(key) ?? { labels, counts: Array<number>(bounds.length + 1).fill(0), sum: 0 };
      const found = bounds.findIndex((bound) => seconds <= bound);
      const place = found === -1 ? bounds.length : found;
      series.counts[place] = (series.counts[place] ?? 0) + 1;
      series.sum += seconds;
      all.set(key, series);
    },
    text: () => headOf(name, help, 'histogram') + [...all.values()].map(linesOf).join(''),
  };
}
