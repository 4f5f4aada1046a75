import { periods } from '@monkey-tracker/contract/archive-metrics';
import { primaryIssues } from '@monkey-tracker/contract/values';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { OptionalSelect } from '../../ui/optional-select.tsx';
import type { AnalyticsSearch } from './analytics-search.ts';

interface Props {
  search: AnalyticsSearch;
  unitLabel: string;
  onChange: (change: Record<string, string | undefined>) => void;
  /** The date so many days ago, by the venue's calendar. */
  daysAgo: (days: number) => string;
}

/** Which entries, and how they are grouped. All of it stands in the address. */
export function AnalyticsFilters({ search, unitLabel, onChange, daysAgo }: Props) {
  const field = (name: keyof AnalyticsSearch) => ({
    value: search[name] ?? '',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [name]: currentTarget.value }),
  });
  return (
    <Group component="search" align="flex-end" gap="sm" className="no-print">
      <TextInput type="date" label="From" {...field('from')} />
      <TextInput type="date" label="To" {...field('to')} />
      {[7, 30, 60].map((days) => (
        <Button
          key={days}
          variant="default"
          onClick={() => onChange({ from: daysAgo(days - 1), to: daysAgo(0) })}
        >
          {days} days
        </Button>
      ))}
      <Button variant="default" onClick={() => onChange({ from: undefined, to: undefined })}>
        All
      </Button>
      <NativeSelect label="By" data={[...periods]} {...field('by')} value={search.by ?? 'day'} />
      <OptionalSelect label="Issue" options={primaryIssues} {...field('issue')} />
      <TextInput label={unitLabel} w={110} {...field('unit')} />
      <TextInput label="Operator" w={160} {...field('operator')} />
    </Group>
  );
}
