import { listAudit } from '@monkey-tracker/contract/audit';
import { Stack, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../../api/me.ts';
import { useTimeZone } from '../../../api/venue.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { historyQuery } from './archive.queries.ts';
import { subjectOf } from './history-words.ts';

/** Who changed what in a show, for those who may read the log of changes. */
export function History({ showId }: { showId: string }) {
  const may = useMay();
  return may(listAudit) ? <Changes showId={showId} /> : null;
}

function Changes({ showId }: { showId: string }) {
  const query = useQuery(historyQuery(showId));
  const timeZone = useTimeZone();
  return (
    <Stack component="section" gap="xs" className="no-print">
      <Title order={2} size="h3">
        History
      </Title>
      <Loaded query={query} what="Loading the history">
        {(events) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <section className="scroll-x" aria-label="History" tabIndex={0}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>When</Table.Th>
                  <Table.Th>Who</Table.Th>
                  <Table.Th>What</Table.Th>
                  <Table.Th>Of</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {events.map((event) => (
                  <Table.Tr key={event.seq}>
                    <Table.Td>
                      <Moment at={event.at} timeZone={timeZone} />
                    </Table.Td>
                    <Table.Td>{event.actor?.displayName ?? 'The system'}</Table.Td>
                    <Table.Td>{event.type}</Table.Td>
                    <Table.Td>{subjectOf(event)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        )}
      </Loaded>
    </Stack>
  );
}
