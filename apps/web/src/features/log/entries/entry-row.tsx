import type { Entry } from '@monkey-tracker/contract/entries';
import { Table, Text } from '@mantine/core';
import { StatusBadge } from '../status-badge.tsx';
import { detailsOf, issueOf } from './entry-words.ts';

export function EntryRow({ entry }: { entry: Entry }) {
  const details = detailsOf(entry);
  return (
    <Table.Tr>
      <Table.Th scope="row" style={{ overflowWrap: 'anywhere' }}>
        {entry.operator}
      </Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.unitId}</Table.Td>
      <Table.Td>
        <StatusBadge status={entry.status} />
        {entry.planned === 'No' && <Text size="xs">Not planned</Text>}
      </Table.Td>
      <Table.Td miw={180}>
        {issueOf(entry)}
        {details.length > 0 && (
          <Text size="sm" c="dimmed">
            {details.join(' · ')}
          </Text>
        )}
        {entry.notes !== '' && (
          <Text size="sm" className="prose">
            {entry.notes}
          </Text>
        )}
      </Table.Td>
      <Table.Td className="numbers" style={{ whiteSpace: 'nowrap' }}>
        {entry.delaySec === null ? '—' : `${entry.delaySec} s`}
      </Table.Td>
    </Table.Tr>
  );
}
