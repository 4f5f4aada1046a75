import type { ImportReport as Report } from '@monkey-tracker/contract/import';
import { List, Stack, Table, Text, Title } from '@mantine/core';

const rows = [
  ['Live shows', 'shows'],
  ['Archived shows', 'archive'],
  ['Entries', 'entries'],
  ['Names', 'names'],
] as const;

/** So many refusals are read on a page; the rest is in the report of the command line. */
const told = 100;

/** How an import went or would go: the counts, then each refusal with its reason. */
export function ImportReport({ report }: { report: Report }) {
  return (
    <Stack component="section" aria-label="Report" gap="sm">
      <Text fw={600}>
        {report.dryRun ? 'Nothing was changed. The import would do this:' : 'The import is done:'}
      </Text>
      <Table className="numbers" maw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th>{report.dryRun ? 'Would take' : 'Taken'}</Table.Th>
            <Table.Th>Present</Table.Th>
            <Table.Th>Refused</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([label, key]) => (
            <Table.Tr key={key}>
              <Table.Th>{label}</Table.Th>
              <Table.Td>{report[key].imported}</Table.Td>
              <Table.Td>{report[key].present}</Table.Td>
              <Table.Td>{report[key].refused}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {report.purgeDue > 0 && (
        <Text>
          {report.purgeDue} archived shows are past the retention and will be purged; their daily totals stay.
          To keep them, set a longer retention in the settings first.
        </Text>
      )}
      {report.refused.length > 0 && (
        <>
          <Title order={3} size="h5">
            Refused
          </Title>
          <List size="sm">
            {report.refused.slice(0, told).map(({ source, id, reason }) => (
              <List.Item key={`${source} ${id}`} className="prose">
                {source}
                {id !== null && ` (${id})`}: {reason}
              </List.Item>
            ))}
          </List>
          {report.refused.length > told && <Text size="sm">and {report.refused.length - told} more</Text>}
        </>
      )}
    </Stack>
  );
}
