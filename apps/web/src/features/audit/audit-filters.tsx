import { eventTypes } from '@monkey-tracker/contract/events';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from './audit.queries.ts';
import type { AuditSearch } from './audit-search.ts';
import { titleOf } from './differences.ts';

interface Props {
  search: AuditSearch;
  onChange: (search: AuditSearch) => void;
}

const kinds = [
  { value: '', label: 'Everything' },
  ...eventTypes
    .map((type) => ({ value: type, label: titleOf(type) }))
    .toSorted((a, b) => a.label.localeCompare(b.label)),
];

/** Whose changes, of what kind, between which days. What is chosen stands in the address. */
export function AuditFilters({ search, onChange }: Props) {
  const { data: people = [] } = useQuery(peopleQuery);
  const set = (change: AuditSearch) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value);
    onChange(Object.fromEntries(next));
  };
  const isNarrow = search.show !== undefined || search.subject !== undefined;
  return (
    <Group component="search" align="flex-end" gap="sm">
      <NativeSelect
        label="Person"
        data={[
          { value: '', label: 'Everybody' },
          ...people.map(({ id, displayName }) => ({ value: id, label: displayName })),
        ]}
        value={search.actor ?? ''}
        onChange={({ currentTarget }) => set({ actor: currentTarget.value })}
      />
      <NativeSelect
        label="Action"
        data={kinds}
        value={search.type ?? ''}
        onChange={({ currentTarget }) => set({ type: currentTarget.value })}
      />
      <TextInput
        type="date"
        label="From"
        value={search.from ?? ''}
        onChange={({ currentTarget }) => set({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label="To"
        value={search.to ?? ''}
        onChange={({ currentTarget }) => set({ to: currentTarget.value })}
      />
      {isNarrow && (
        <Button variant="default" onClick={() => set({ show: '', subject: '' })}>
          {search.subject === undefined ? 'All shows' : 'All records'}
        </Button>
      )}
    </Group>
  );
}
