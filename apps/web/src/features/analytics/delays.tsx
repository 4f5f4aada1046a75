import { formatValue } from '@monkey-tracker/contract/metrics';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Empty } from '../../ui/states.tsx';
import { delaysQuery } from './analytics.queries.ts';
import type { AnalyticsSearch } from './analytics-search.ts';
import { Bars } from './bars.tsx';

/** How the delays are distributed. One that was not measured is not a delay of 0. */
export function Delays({ search }: { search: AnalyticsSearch }) {
  const query = useQuery(delaysQuery(search));
  return (
    <Card title="Delays">
      <Loaded query={query} what="Counting">
        {({ n, missing, median, ninetieth, steps }) => {
          if (n === 0) return <Empty title="No delay was measured" />;
          const most = Math.max(...steps.map(({ count }) => count));
          return (
            <>
              <Text size="sm" className="numbers">
                Median {formatValue('seconds', median)} · nine of ten not longer than{' '}
                {formatValue('seconds', ninetieth)} · n {n} · not measured {missing}
              </Text>
              <Bars
                label="Delays by length"
                head={['Seconds', 'Share']}
                bars={steps.map(({ from, to, count }) => ({
                  name: to === null ? `${from} and more` : `${from} to ${to}`,
                  count,
                  length: (100 * count) / most,
                  words: `${formatValue('percent', (100 * count) / n)} of n ${n}`,
                }))}
              />
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
