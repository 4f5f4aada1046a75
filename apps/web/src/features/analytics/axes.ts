import { type MetricName, metrics, type MetricUnit } from '@monkey-tracker/contract/metrics';

export const metricOf = (name: MetricName) => {
  const found = metrics.find((metric) => metric.name === name);
  if (!found) throw new Error(`${name} is not in the dictionary`);
  return found;
};

/** Percent stands left; on the right seconds, or counts where nothing is measured in seconds. */
export function axesOf(names: readonly MetricName[]): { left: MetricUnit; right?: MetricUnit } {
  const units = names.map((name) => metricOf(name).unit);
  const order: MetricUnit[] = ['percent', 'seconds', 'count'];
  const [left = 'percent', right] = order.filter((unit) => units.includes(unit));
  return { left, right };
}

/** The side on which a metric is drawn; a third unit has no place of its own and is not drawn. */
export function sideOf(
  name: MetricName,
  { left, right }: ReturnType<typeof axesOf>,
): 'left' | 'right' | undefined {
  const { unit } = metricOf(name);
  if (unit === left) return 'left';
  return unit === right ? 'right' : undefined;
}
