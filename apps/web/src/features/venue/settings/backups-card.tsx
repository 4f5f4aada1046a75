import { listBackups, makeBackup } from '@monkey-tracker/contract/backups';
import { Button, Group, Table, Text } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { Card } from '../../../ui/card.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { notify } from '../../../ui/notify.ts';
import { Failure, Notice } from '../../../ui/states.tsx';

const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: ({ signal }) => call(listBackups, {}, { signal }),
});

const size = (bytes: number) =>
  new Intl.NumberFormat('en-GB', { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
    Math.ceil(bytes / 1_000),
  );

/** The copies that lie in the server's folder, and one more on demand. */
export function BackupsCard() {
  const client = useQueryClient();
  const query = useQuery(backupsQuery);
  const make = useMutation({
    mutationFn: () => call(makeBackup, {}),
    onSuccess: ({ name }) => {
      notify(`Backup ${name} is made`);
      return client.invalidateQueries(backupsQuery);
    },
  });
  return (
    <Card title="Backups">
      <Loaded query={query} what="Looking for backups">
        {({ state, backups }) => (
          <>
            <Text>
              {state.at === null
                ? 'This server makes none by the clock.'
                : `One is made every day at ${state.at}, and the newest ${state.keep} are kept.`}{' '}
              <code>mt restore</code> brings one back.
            </Text>
            {state.failure !== null && <Notice title="The last backup failed">{state.failure}</Notice>}
            {backups.length === 0 ? (
              <Text c="dimmed">There is none yet.</Text>
            ) : (
              <Table.ScrollContainer minWidth={320} mah={320}>
                <Table aria-label="Backups">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Made</Table.Th>
                      <Table.Th>Name</Table.Th>
                      <Table.Th ta="right">Rows</Table.Th>
                      <Table.Th ta="right">Size</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {backups.map(({ name, createdAt, rows, bytes }) => (
                      <Table.Tr key={name}>
                        <Table.Td>
                          <Moment at={createdAt} />
                        </Table.Td>
                        <Table.Td>{name}</Table.Td>
                        <Table.Td ta="right" className="numbers">
                          {rows}
                        </Table.Td>
                        <Table.Td ta="right" className="numbers">
                          {size(bytes)}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
          </>
        )}
      </Loaded>
      <Failure error={make.error} />
      <Group>
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          Back up now
        </Button>
      </Group>
    </Card>
  );
}
