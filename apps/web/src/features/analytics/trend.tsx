import type { Group as Period, Period as By } from '@monkey-tracker/contract/archive-metrics';
import { formatMetric, type MetricName, metrics } from '@monkey-tracker/contract/metrics';
import { Button, Chip, Group, Input, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { paths } from '../../app/paths.ts';
import { Card } from '../../ui/card.tsx';
import { later } from '../../ui/later.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { metricsQuery } from './analytics.queries.ts';
import { type AnalyticsSearch, metricsIn } from './analytics-search.ts';
import { metricOf } from './axes.ts';
import { saveTable } from './save-table.ts';

const TrendChart = later(async () => (await import('./trend-chart.tsx')).TrendChart);

interface Props {
  search: AnalyticsSearch;
  by: By;
  onShow: (show: string) => void;
}

const usual: MetricName[] = ['completionRate', 'avgDelaySec'];

/** Metrics over time: drawn, and as a table with n and range. */
export function Trend({ search, by, onShow }: Props) {
  const query = useQuery(metricsQuery(search, by));
  const chosen = metricsIn(search.show);
  const names = chosen.length > 0 ? chosen : usual;
  return (
    <Card title="Over time">
      <Input.Wrapper label="Metrics" labelElement="div" className="no-print">
        <Chip.Group multiple value={names} onChange={(values) => onShow(values.join(','))}>
          <Group component="fieldset" gap="xs" className="bare" aria-label="Metrics">
            {metrics.map(({ name, label }) => (
              <Chip key={name} value={name} variant="outline" radius="md" className="touch-chip">
                {label}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <div className="chart-place">
        <Loaded query={query} what="Counting">
          {({ groups }) =>
            groups.length === 0 ? (
              <Empty title="No archived entries in these days" />
            ) : (
              <>
                <Suspense fallback={<Loading what="Drawing" />}>
                  <TrendChart groups={groups} names={names} />
                </Suspense>
                <TrendTable groups={groups} names={names} />
              </>
            )
          }
        </Loaded>
      </div>
    </Card>
  );
}

const dayOf = (group: Period) =>
  group.show ? `${group.from} ${group.show.time} ${group.show.label}` : group.key;

function TrendTable({ groups, names }: { groups: readonly Period[]; names: readonly MetricName[] }) {
  const rows = groups.toReversed();
  const save = () =>
    saveTable('trend', [
      ['period', 'shows', ...names.flatMap((name) => [name, `${name} n`, `${name} min`, `${name} max`])],
      ...rows.map((group) => [
        dayOf(group),
        group.showsCount,
        ...names.flatMap((name) => {
          const { value, n, min, max } = group.metrics[name];
          return [value, n, min, max];
        }),
      ]),
    ]);
  return (
    <details open={groups.length <= 14}>
      <summary>As a table</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="scroll-x" aria-label="Over time, as a table" tabIndex={0}>
        <Table className="numbers">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>When</Table.Th>
              <Table.Th>Shows</Table.Th>
              {names.map((name) => (
                <Table.Th key={name}>{metricOf(name).label}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((group) => (
              <Table.Tr key={group.key}>
                <Table.Th scope="row">
                  {group.show && !group.show.purged ? (
                    <Link to={paths.show} params={{ id: group.show.id }}>
                      {dayOf(group)}
                    </Link>
                  ) : (
                    <Link to={paths.archive} search={{ from: group.from, to: group.to }}>
                      {dayOf(group)}
                    </Link>
                  )}
                </Table.Th>
                <Table.Td>{group.showsCount}</Table.Td>
                {names.map((name) => (
                  <Table.Td key={name}>
                    <Cell name={name} {...group.metrics[name]} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Button variant="default" className="no-print" mt="sm" onClick={save}>
        Save this table (CSV)
      </Button>
    </details>
  );
}

interface Value {
  name: MetricName;
  value: number | null;
  n: number;
  min: number | null;
  max: number | null;
}

function Cell({ name, value, n, min, max }: Value) {
  const range = min !== null && max !== null && min !== max;
  return (
    <>
      {formatMetric(name, value)} <small>n {n}</small>
      {range && (
        <small>
          {' '}
          · {formatMetric(name, min)} to {formatMetric(name, max)}
        </small>
      )}
    </>
  );
}
