import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { Failure } from '../../../ui/states.tsx';
import type { SettingChange } from './settings-changes.ts';

interface Props {
  /** What is asked about; null while nothing is. */
  changes: SettingChange[] | null;
  pending: boolean;
  error: Error | null;
  onSave: () => void;
  onClose: () => void;
}

/** Shows what saving will change, for everybody, before it does. */
export function Review({ changes, pending, error, onSave, onClose }: Props) {
  return (
    <Modal opened={changes !== null} onClose={onClose} title="Save these settings?" size="lg" centered>
      <Stack>
        <Table.ScrollContainer minWidth={320}>
          <Table aria-label="What changes">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Setting</Table.Th>
                <Table.Th>Now</Table.Th>
                <Table.Th>Then</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes?.map(({ label, now, next, effect }) => (
                <Table.Tr key={label}>
                  <Table.Td>
                    <Text fw={600}>{label}</Text>
                    <Text c="dimmed" size="sm">
                      {effect}
                    </Text>
                  </Table.Td>
                  <Table.Td>{now}</Table.Td>
                  <Table.Td>{next}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Failure error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={onSave} loading={pending} data-autofocus>
            Save settings
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
