import { deleteEntry, updateEntry } from '@monkey-tracker/contract/entries';
import type { Show } from '@monkey-tracker/contract/shows';
import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMay } from '../../../api/me.ts';
import { EditEntry } from './edit-entry.tsx';
import { useChanges } from '../log.changes.ts';
import type { LoggedEntry } from '../log.record.ts';

/** What can be done with a logged line. */
export function EntryActions({ show, entry }: { show: Show; entry: LoggedEntry }) {
  const may = useMay();
  const [opened, { open, close }] = useDisclosure(false);
  const changes = useChanges();
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      {may(updateEntry) && (
        <Button variant="default" onClick={open} aria-label={`Edit entry of ${entry.operator}`}>
          Edit
        </Button>
      )}
      <Modal opened={opened} onClose={close} title={`Edit entry of ${entry.operator}`} size="lg">
        <EditEntry show={show} entry={entry} onSaved={close} />
      </Modal>
      {may(deleteEntry) && (
        <Button
          variant="default"
          onClick={() => changes.deleteEntry(show.id, entry)}
          aria-label={`Delete entry of ${entry.operator}`}
        >
          Delete
        </Button>
      )}
    </Group>
  );
}
