import { readMetrics } from '@monkey-tracker/contract/archive-metrics';
import { formatMetric, type MetricName, metrics } from '@monkey-tracker/contract/metrics';
import { Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { Card } from '../../../ui/card.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { dateInWords } from '../days/calendar-days.ts';

const dayQuery = (date: string) =>
  queryOptions({
    queryKey: ['archive', 'day', date],
    queryFn: ({ signal }) => call(readMetrics, { query: { from: date, to: date, by: 'day' } }, { signal }),
  });

const shown: readonly MetricName[] = [
  'completionRate',
  'launchSuccess',
  'abortRate',
  'avgDelaySec',
  'maxDelaySec',
];

/** One day of the archive in numbers, each with n and from the lowest to the highest show; its shows stand below. */
export function DayCard({ date }: { date: string }) {
  const query = useQuery(dayQuery(date));
  return (
    <Card title={dateInWords(date)}>
      <Loaded query={query} what="Counting">
        {({ total }) => (
          <dl className="strip">
            {shown.map((name) => {
              const { value, n, min, max } = total.metrics[name];
              return (
                <div key={name}>
                  <Text component="dt" size="xs" c="dimmed">
                    {metrics.find((metric) => metric.name === name)?.label}
                  </Text>
                  <dd className="numbers">
                    {formatMetric(name, value)}{' '}
                    <Text component="span" size="xs" c="dimmed">
                      n {n}
                      {min !== max && ` · ${formatMetric(name, min)} to ${formatMetric(name, max)}`}
                    </Text>
                  </dd>
                </div>
              );
            })}
          </dl>
        )}
      </Loaded>
    </Card>
  );
}
