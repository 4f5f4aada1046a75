import type { Spread } from './spread.ts';

/** One row of the results. */
export interface Figure {
  section: string;
  name: string;
  unit: string;
  ours: Spread;
  /** What it is held against, in the same unit and in the same rounds, and ours divided by it. */
  beside?: { name: string; spread: Spread; ratio: Spread };
  goal?: Goal;
}

/** What is promised of the ratio, or of the value where nothing stands beside it. */
export interface Goal {
  of: 'ratio' | 'value';
  at: 'least' | 'most';
  limit: number;
}

/** Whether the median keeps the promise; undefined where none is made. */
export function isMet({ ours, beside, goal }: Figure): boolean | undefined {
  if (!goal) return undefined;
  const measured = goal.of === 'ratio' ? (beside?.ratio.median ?? NaN) : ours.median;
  return goal.at === 'least' ? measured >= goal.limit : measured <= goal.limit;
}

export const atLeast = (limit: number): Goal => ({ of: 'ratio', at: 'least', limit });
export const atMost = (limit: number): Goal => ({ of: 'value', at: 'most', limit });

/** In MB: what a small machine has to spare. */
export const memoryGoal = atMost(250);
