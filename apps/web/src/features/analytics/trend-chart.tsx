import '@mantine/charts/styles.css';
import type { Group } from '@monkey-tracker/contract/archive-metrics';
import type { MetricName } from '@monkey-tracker/contract/metrics';
import { LineChart } from '@mantine/charts';
import { useReducedMotion } from '@mantine/hooks';
import { axesOf, metricOf, sideOf } from './axes.ts';

/** Lines differ in colour and in how they are drawn. */
const looks = [
  { color: 'blue.5', strokeDasharray: '0' },
  { color: 'orange.5', strokeDasharray: '6 4' },
  { color: 'grape.4', strokeDasharray: '2 3' },
  { color: 'teal.5', strokeDasharray: '10 3 2 3' },
] as const;

interface Props {
  groups: readonly Group[];
  names: readonly MetricName[];
}

/** Metrics over time, each on the axis of its unit. The table beside it says the same in numbers. */
export function TrendChart({ groups, names }: Props) {
  const still = useReducedMotion();
  const axes = axesOf(names);
  const drawn = names.filter((name) => sideOf(name, axes) !== undefined);
  const data = groups.map((group) => ({
    key: group.show ? `${group.from} ${group.show.time}` : group.key,
    ...Object.fromEntries(drawn.map((name) => [name, group.metrics[name].value])),
  }));
  const unitSign = { percent: ' %', seconds: ' s', count: '' };
  return (
    <LineChart
      h={320}
      data={data}
      dataKey="key"
      withLegend
      withRightYAxis={axes.right !== undefined}
      connectNulls={false}
      curveType="linear"
      yAxisProps={axes.left === 'percent' ? { domain: [0, 100], width: 64 } : { width: 64 }}
      unit={unitSign[axes.left]}
      rightYAxisProps={axes.right ? { unit: unitSign[axes.right] } : {}}
      valueFormatter={(value) => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value)}
      lineChartProps={{ accessibilityLayer: false }}
      lineProps={{ isAnimationActive: !still }}
      series={drawn.map((name, index) => ({
        name,
        label: metricOf(name).label,
        // The library's left axis has no name of its own.
        ...(sideOf(name, axes) === 'right' && { yAxisId: 'right' }),
        ...(looks[index % looks.length] ?? looks[0]),
      }))}
      aria-hidden
    />
  );
}
