import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Failure } from './states.tsx';

interface Props {
  opened: boolean;
  title: string;
  children: string;
  /** The button that does it: a verb. */
  action: string;
  pending: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something that is not taken back with one click. */
export function Confirm({ opened, title, children, action, pending, error, onConfirm, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered>
      <Stack>
        <Text>{children}</Text>
        <Failure error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red" onClick={onConfirm} loading={pending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
