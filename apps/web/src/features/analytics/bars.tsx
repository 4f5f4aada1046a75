import { Table } from '@mantine/core';

export interface Bar {
  name: string;
  count: number;
  /** How long the bar is among the others, 0 to 100. */
  length: number;
  /** What else there is to say, in words. */
  words: string;
}

/** Counts as bars in a table: for eyes and for screen readers the same. */
export function Bars({ label, head, bars }: { label: string; head: readonly [string, string]; bars: Bar[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="scroll-x" aria-label={label} tabIndex={0}>
      <Table className="numbers">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{head[0]}</Table.Th>
            <Table.Th>Entries</Table.Th>
            <Table.Th>{head[1]}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bars.map(({ name, count, length, words }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td miw={180}>
                <span className="bar" style={{ width: `${length * 0.7}%` }} aria-hidden /> {count}
              </Table.Td>
              <Table.Td>{words}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
