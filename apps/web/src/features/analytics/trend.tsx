import type { Period } from '@monkey-tracker/contract/archive-metrics';
import { type MetricName, metrics } from '@monkey-tracker/contract/metrics';
import { primaryIssues } from '@monkey-tracker/contract/values';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Card } from '../../ui/card.tsx';
import { later } from '../../ui/later.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { metricsQuery } from './analytics.queries.ts';
import { type AnalyticsSearch, issuesIn, metricsIn } from './analytics-search.ts';
import { LineChoice } from './line-choice.tsx';
import { linesOfIssues, linesOfMetrics } from './lines.ts';
import { TrendTable } from './trend-table.tsx';

const TrendChart = later(async () => (await import('./trend-chart.tsx')).TrendChart);

interface Props {
  search: AnalyticsSearch;
  by: Period;
  onChange: (change: Pick<AnalyticsSearch, 'show' | 'issues'>) => void;
}

const usual: MetricName[] = ['completionRate', 'avgDelaySec'];

/** Metrics and issues over time: drawn, and as a table with n and range. */
export function Trend({ search, by, onChange }: Props) {
  const query = useQuery(metricsQuery(search, by));
  const issues = issuesIn(search.issues);
  const chosen = metricsIn(search.show);
  const names = chosen.length + issues.length > 0 ? chosen : usual;
  const lines = [...linesOfMetrics(names), ...linesOfIssues(issues)];
  return (
    <Card title="Over time">
      <LineChoice
        label="Metrics"
        options={metrics.map(({ name, label }) => ({ value: name, label }))}
        value={names}
        onChange={(values) => onChange({ show: values.join(',') })}
      />
      <LineChoice
        label="Issues"
        options={primaryIssues.map((issue) => ({ value: issue, label: issue }))}
        value={issues}
        onChange={(values) => onChange({ issues: values.join(','), show: names.join(',') })}
      />
      <div className="chart-place">
        <Loaded query={query} what="Counting">
          {({ groups }) =>
            groups.length === 0 ? (
              <Empty title="No archived entries in these days" />
            ) : (
              <>
                <Suspense fallback={<Loading what="Drawing" />}>
                  <TrendChart groups={groups} lines={lines} />
                </Suspense>
                <TrendTable groups={groups} lines={lines} />
              </>
            )
          }
        </Loaded>
      </div>
    </Card>
  );
}
