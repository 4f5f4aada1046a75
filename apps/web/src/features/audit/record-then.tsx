import type { Rebuilt } from '@monkey-tracker/contract/audit-records';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { Failure } from '../../ui/states.tsx';
import { recordQuery, useRestoreRecord } from './audit.queries.ts';
import { DifferenceTable } from './difference-table.tsx';
import { differencesOf } from './differences.ts';

/** A record as a change left it, beside what it is now, and the way back. */
export function RecordThen({ id, seq }: { id: string; seq: number }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open} aria-label={`As it was then, after change ${seq}`}>
        As it was then
      </Button>
      <Modal opened={opened} onClose={close} size="xl" title={`As it was after change ${seq}`}>
        <Then id={id} seq={seq} onDone={close} />
      </Modal>
    </>
  );
}

function Then({ id, seq, onDone }: { id: string; seq: number; onDone: () => void }) {
  const query = useQuery(recordQuery(id, seq));
  const restore = useRestoreRecord();
  const run = () =>
    restore.mutate(
      { id, seq },
      {
        onSuccess: () => {
          notify('Restored, as a new change');
          onDone();
        },
      },
    );
  return (
    <Loaded query={query} what="Reading the log">
      {(record) => (
        <Stack>
          <Text>{sentenceOf(record)}</Text>
          {record.was && (
            <DifferenceTable
              label="Now and then"
              titles={['Now', 'Then']}
              differences={differencesOf(record.now, record.was)}
            />
          )}
          <Failure error={restore.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone} data-autofocus>
              Close
            </Button>
            <Button disabled={!record.was} loading={restore.isPending} onClick={run}>
              Put it back to this
            </Button>
          </Group>
        </Stack>
      )}
    </Loaded>
  );
}

function sentenceOf({ kind, was, now }: Rebuilt): string {
  if (!was) return `There was no such ${kind} after this change.`;
  if (!now) return `The ${kind} is gone. Putting it back makes it anew, within the rules of today.`;
  return `Putting it back changes the ${kind} as anybody could, within the rules; the log keeps both.`;
}
