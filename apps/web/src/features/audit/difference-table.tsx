import { Table, Text } from '@mantine/core';
import type { Difference } from './differences.ts';

interface Props {
  label: string;
  differences: Difference[];
  /** What the two columns are. */
  titles?: readonly [string, string];
}

/** What is different, field by field. */
export function DifferenceTable({ label, differences, titles = ['Before', 'After'] }: Props) {
  if (differences.length === 0) return <Text c="dimmed">No field is different.</Text>;
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table aria-label={label} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="24%">Field</Table.Th>
            {titles.map((title) => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map(({ field, before, after }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{field}</Table.Th>
              <Value text={before} />
              <Value text={after} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Value({ text }: { text: string | null }) {
  return (
    <Table.Td className="prose">
      {text ?? (
        <Text c="dimmed" component="span">
          nothing
        </Text>
      )}
    </Table.Td>
  );
}
