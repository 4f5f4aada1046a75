import type { Entry } from '@monkey-tracker/contract/entries';
import { Table } from '@mantine/core';
import { useUnitLabel } from '../../../api/venue.ts';
import { EntryRow } from './entry-row.tsx';

/** What was logged, one line for each pilot, to read. */
export function EntryTable({ entries, label }: { entries: readonly Entry[]; label: string }) {
  const unitLabel = useUnitLabel();
  return (
    // Wider than a phone: the keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="scroll-x" aria-label={label} tabIndex={0}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Operator</Table.Th>
            <Table.Th>{unitLabel}</Table.Th>
            <Table.Th>Status</Table.Th>
            <Table.Th>What happened</Table.Th>
            <Table.Th>Delay</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
