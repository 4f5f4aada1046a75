import type { MetricUnit } from '@monkey-tracker/contract/metrics';

export interface Axes {
  left: MetricUnit;
  right?: MetricUnit;
}

/** Percent stands left; on the right seconds, or counts where nothing is measured in seconds. */
export function axesOf(units: readonly MetricUnit[]): Axes {
  const order: MetricUnit[] = ['percent', 'seconds', 'count'];
  const [left = 'percent', right] = order.filter((unit) => units.includes(unit));
  return { left, right };
}

/** The side on which a unit is drawn; a third one has no place of its own and is not drawn. */
export function sideOf(unit: MetricUnit, { left, right }: Axes): 'left' | 'right' | undefined {
  if (unit === left) return 'left';
  return unit === right ? 'right' : undefined;
}
