import { type ParetoKind, paretoKinds } from '@monkey-tracker/contract/archive-pareto';
import { formatValue } from '@monkey-tracker/contract/metrics';
import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Empty } from '../../ui/states.tsx';
import { paretoQuery } from './analytics.queries.ts';
import type { AnalyticsSearch } from './analytics-search.ts';
import { Bars } from './bars.tsx';

const names: Record<ParetoKind, string> = {
  issue: 'Issue',
  subIssue: 'Sub-issue',
  severity: 'Severity',
  rootCause: 'Root cause',
  action: 'Action',
  unit: 'Unit',
  battery: 'Battery',
  operator: 'Operator',
  leadPilot: 'Lead pilot',
  monkeyLead: 'Monkey lead',
  label: 'Show label',
};

interface Props {
  search: AnalyticsSearch;
  onOf: (of: ParetoKind) => void;
}

/** What went wrong most often, or where: the few that make most of it. */
export function Pareto({ search, onOf }: Props) {
  const of = search.of ?? 'issue';
  const query = useQuery(paretoQuery(search, of));
  return (
    <Card title="Most often">
      <NativeSelect
        label="By"
        maw={220}
        data={paretoKinds.map((kind) => ({ value: kind, label: names[kind] }))}
        value={of}
        onChange={({ currentTarget }) =>
          onOf(paretoKinds.find((kind) => kind === currentTarget.value) ?? 'issue')
        }
      />
      <Loaded query={query} what="Counting">
        {({ rows, n, left }) =>
          rows.length === 0 ? (
            <Empty title="Nothing of this kind" />
          ) : (
            <>
              <Bars
                label={`${names[of]}, most often first`}
                head={[names[of], 'Share']}
                bars={rows.map(({ value, count, rate, n: among, cumulative }) => ({
                  name: value,
                  count,
                  length: (100 * count) / (rows[0]?.count ?? count),
                  words: `${formatValue('percent', rate)} of n ${among} · together ${formatValue('percent', cumulative)}`,
                }))}
              />
              <Text size="sm" c="dimmed">
                n {n}
                {left > 0 && ` · ${left} more`}
              </Text>
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
