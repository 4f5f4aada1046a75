import type { Entry } from '@monkey-tracker/contract/entries';
import { Table, VisuallyHidden } from '@mantine/core';
import { useUnitLabel } from '../../../api/venue.ts';
import type { LoggedShow } from '../log.record.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntryRow } from './entry-row.tsx';

interface Props {
  entries: readonly Entry[];
  label: string;
  /** The live show in which these entries can be changed, by whoever may. */
  show?: LoggedShow;
}

/** What was logged, one line for each pilot. */
export function EntryTable({ entries, label, show }: Props) {
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
            {show && (
              <Table.Th>
                <VisuallyHidden>Change</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {show
            ? show.entries.map((entry) => (
                <EntryRow key={entry.id} entry={entry} actions={<EntryActions show={show} entry={entry} />} />
              ))
            : entries.map((entry) => <EntryRow key={entry.id} entry={entry} />)}
        </Table.Tbody>
      </Table>
    </section>
  );
}
