/** The middle of what was measured, and the half of it that lies around the middle. */
export interface Spread {
  q1: number;
  median: number;
  q3: number;
}

/** The value below which a part of the others lies; `part` is between 0 and 1. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export const spreadOf = (values: readonly number[]): Spread => ({
  q1: quantile(values, 0.25),
  median: quantile(values, 0.5),
  q3: quantile(values, 0.75),
});

/** Ratios of values that were measured right after each other: what the machine does meanwhile meets both. */
export const ratioOf = (ours: readonly number[], others: readonly number[]): Spread =>
  spreadOf(ours.map((value, index) => value / (others[index] ?? NaN)));
