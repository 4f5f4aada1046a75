import type { Summary } from '@monkey-tracker/contract/archive-metrics';
import { formatMetric, formatValue, metrics } from '@monkey-tracker/contract/metrics';
import { Group, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { compareQuery } from './analytics.queries.ts';
import type { AnalyticsSearch } from './analytics-search.ts';

interface Props {
  search: AnalyticsSearch;
  onThan: (than: { thanFrom?: string; thanTo?: string }) => void;
}

/** The chosen days beside others, metric by metric. */
export function Compare({ search, onThan }: Props) {
  const { thanFrom, thanTo } = search;
  const asked = thanFrom !== undefined || thanTo !== undefined;
  const query = useQuery({ ...compareQuery(search, { thanFrom, thanTo }), enabled: asked });
  return (
    <Card title="Compare">
      <Group className="no-print">
        <TextInput
          type="date"
          label="With the days from"
          value={thanFrom ?? ''}
          onChange={({ currentTarget }) => onThan({ thanFrom: currentTarget.value })}
        />
        <TextInput
          type="date"
          label="to"
          value={thanTo ?? ''}
          onChange={({ currentTarget }) => onThan({ thanTo: currentTarget.value })}
        />
      </Group>
      {asked ? (
        <Loaded query={query} what="Comparing">
          {({ range, than }) => <Differences range={range} than={than} />}
        </Loaded>
      ) : (
        <Text c="dimmed">Choose other days to see both side by side.</Text>
      )}
    </Card>
  );
}

function Differences({ range, than }: { range: Summary; than: Summary }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="scroll-x" aria-label="Both ranges" tabIndex={0}>
      <Table className="numbers">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Metric</Table.Th>
            <Table.Th>These days</Table.Th>
            <Table.Th>Those days</Table.Th>
            <Table.Th>Difference</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {metrics.map(({ name, label, unit }) => {
            const [here, there] = [range.metrics[name], than.metrics[name]];
            const difference = here.value === null || there.value === null ? null : here.value - there.value;
            const sign = difference !== null && difference > 0 ? '+' : '';
            return (
              <Table.Tr key={name}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td>
                  {formatMetric(name, here.value)} <small>n {here.n}</small>
                </Table.Td>
                <Table.Td>
                  {formatMetric(name, there.value)} <small>n {there.n}</small>
                </Table.Td>
                <Table.Td>
                  {sign}
                  {unit === 'percent'
                    ? formatValue('percent', difference).replace('%', 'points')
                    : formatMetric(name, difference)}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}
