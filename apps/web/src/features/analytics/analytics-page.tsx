import './analytics.css';
import { Button, SimpleGrid } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useToday, useUnitLabel } from '../../api/venue.ts';
import { paths } from '../../app/paths.ts';
import { Page } from '../../ui/page.tsx';
import { AnalyticsFilters } from './analytics-filters.tsx';
import { type AnalyticsSearch, analyticsSearch } from './analytics-search.ts';
import { Compare } from './compare.tsx';
import { Delays } from './delays.tsx';
import { Pareto } from './pareto.tsx';
import { Trend } from './trend.tsx';
import { Units } from './units.tsx';

const dayMs = 86_400_000;

/** The archive in numbers: how things went over time, what went wrong most often, how late it was. */
export function AnalyticsPage() {
  const search = analyticsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const today = useToday();
  const unitLabel = useUnitLabel();
  const go = (change: AnalyticsSearch | Record<string, string | undefined>) =>
    void navigate({ to: paths.analytics, search: analyticsSearch({ ...search, ...change }), replace: true });
  const daysAgo = (days: number) =>
    new Date(Date.parse(`${today ?? '1970-01-01'}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
  return (
    <Page
      title="Analytics"
      lead="Archived shows in numbers, by the date of the show"
      actions={
        <Button
          variant="default"
          className="no-print"
          leftSection={<Printer aria-hidden size={18} />}
          onClick={() => print()}
        >
          Print
        </Button>
      }
    >
      <AnalyticsFilters search={search} unitLabel={unitLabel} onChange={go} daysAgo={daysAgo} />
      <Trend search={search} by={search.by ?? 'day'} onChange={go} />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Pareto search={search} onOf={(of) => go({ of })} />
        <Delays search={search} />
      </SimpleGrid>
      <Units search={search} by={search.by ?? 'week'} unitLabel={unitLabel} />
      <Compare search={search} onThan={go} />
    </Page>
  );
}
