import type { Period } from '@monkey-tracker/contract/archive-metrics';
import { formatMetric } from '@monkey-tracker/contract/metrics';
import { SimpleGrid, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Card } from '../../ui/card.tsx';
import { later } from '../../ui/later.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Empty } from '../../ui/states.tsx';
import { metricsQuery, paretoQuery } from './analytics.queries.ts';
import type { AnalyticsSearch } from './analytics-search.ts';

const Spark = later(async () => (await import('./spark.tsx')).Spark);

/** So many units are drawn: those that most often had an issue. */
const most = 12;

/** Launch success of each unit over time, side by side on one scale: the one that is different stands out. */
export function Units({ search, by, unitLabel }: { search: AnalyticsSearch; by: Period; unitLabel: string }) {
  const query = useQuery(paretoQuery(search, 'unit'));
  return (
    <Card title={`Launch success by ${unitLabel.toLowerCase()}`}>
      <Loaded query={query} what="Counting">
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title="No unit had an issue" />
          ) : (
            <Multiples search={search} by={by} units={rows.slice(0, most).map(({ value }) => value)} />
          )
        }
      </Loaded>
    </Card>
  );
}

interface Props {
  search: AnalyticsSearch;
  by: Period;
  units: readonly string[];
}

function Multiples({ search, by, units }: Props) {
  const answers = useQueries({ queries: units.map((unit) => metricsQuery({ ...search, unit }, by)) });
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} component="ul" className="multiples">
      {units.map((unit, index) => {
        const data = answers[index]?.data;
        const success = data?.total.metrics.launchSuccess;
        return (
          <li key={unit}>
            <Text fw={600}>{unit}</Text>
            <div className="spark-place">
              <Suspense>
                {data && <Spark values={data.groups.map(({ metrics }) => metrics.launchSuccess.value)} />}
              </Suspense>
            </div>
            <Text size="sm" className="numbers">
              {success ? `${formatMetric('launchSuccess', success.value)} n ${success.n}` : '…'}
            </Text>
          </li>
        );
      })}
    </SimpleGrid>
  );
}
