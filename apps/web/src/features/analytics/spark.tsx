import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';

/** A small line from 0 to 100 percent; the number below it says what it comes to. */
export function Spark({ values }: { values: readonly (number | null)[] }) {
  return (
    <LineChart
      h={56}
      data={values.map((value, index) => ({ index, value }))}
      dataKey="index"
      withXAxis={false}
      withYAxis={false}
      withTooltip={false}
      withDots={values.length < 2}
      gridAxis="none"
      yAxisProps={{ domain: [0, 100] }}
      lineChartProps={{ accessibilityLayer: false }}
      lineProps={{ isAnimationActive: false }}
      series={[{ name: 'value', color: 'blue.5' }]}
      aria-hidden
    />
  );
}
