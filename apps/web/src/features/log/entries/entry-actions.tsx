import { deleteEntry, type Entry, updateEntry } from '@monkey-tracker/contract/entries';
import type { Show } from '@monkey-tracker/contract/shows';
import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMay } from '../../../api/me.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { EditEntry } from './edit-entry.tsx';
import { useDeleteEntry } from './entry.mutations.ts';

/** What can be done with a logged line. */
export function EntryActions({ show, entry }: { show: Show; entry: Entry }) {
  const may = useMay();
  const [opened, { open, close }] = useDisclosure(false);
  const remove = useDeleteEntry(show.id);
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
        <ConfirmButton
          label="Delete"
          name={`Delete entry of ${entry.operator}`}
          color="red"
          title="Delete this entry?"
          question={`The line of ${entry.operator} with ${entry.unitId} leaves the log. The audit log keeps what it said.`}
          doing={remove}
          run={(done) => remove.mutate(entry, { onSuccess: done })}
        />
      )}
    </Group>
  );
}
