import '@mantine/charts/styles.css';
import type { Group } from '@monkey-tracker/contract/archive-metrics';
import { LineChart } from '@mantine/charts';
import { useReducedMotion } from '@mantine/hooks';
import { axesOf, sideOf } from './axes.ts';
import type { Line } from './lines.ts';

/** Lines differ in colour and in how they are drawn. */
const looks = [
  { color: 'blue.5', strokeDasharray: '0' },
  { color: 'orange.5', strokeDasharray: '6 4' },
  { color: 'grape.4', strokeDasharray: '2 3' },
  { color: 'teal.5', strokeDasharray: '10 3 2 3' },
] as const;

const signs = { percent: ' %', seconds: ' s', count: '' };

/** Lines over time, each on the axis of its unit. The table beside it says the same in numbers. */
export function TrendChart({ groups, lines }: { groups: readonly Group[]; lines: readonly Line[] }) {
  const still = useReducedMotion();
  const axes = axesOf(lines.map(({ unit }) => unit));
  const drawn = lines.filter(({ unit }) => sideOf(unit, axes) !== undefined);
  const data = groups.map((group) => ({
    key: group.show ? `${group.from} ${group.show.time}` : group.key,
    ...Object.fromEntries(drawn.map((line) => [line.name, line.read(group).value])),
  }));
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
      unit={signs[axes.left]}
      rightYAxisProps={axes.right ? { unit: signs[axes.right] } : {}}
      valueFormatter={(value) => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value)}
      lineChartProps={{ accessibilityLayer: false }}
      lineProps={{ isAnimationActive: !still }}
      series={drawn.map(({ name, label, unit }, index) => ({
        name,
        label,
        // The library's left axis has no name of its own.
        ...(sideOf(unit, axes) === 'right' && { yAxisId: 'right' }),
        ...(looks[index % looks.length] ?? looks[0]),
      }))}
      aria-hidden
    />
  );
}
