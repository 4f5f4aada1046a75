import { Button, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { HardDrive, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useAccount } from '../../../api/me.ts';
import { useUnitLabel } from '../../../api/venue.ts';
import { wordsOf } from './change-words.ts';
import { useOutbox } from './here.ts';
import type { LogChange } from './memo.ts';
import { TroubleNotice } from './trouble-notice.tsx';

const patienceMs = 1_500;

/** How many of this person's changes are not with the server yet, and how many of those need a decision. */
export function useWaiting(): { waiting: LogChange[]; held: LogChange[]; others: number; durable: boolean } {
  const { changes, durable } = useOutbox();
  const { id } = useAccount();
  const own = changes.filter(({ userId }) => userId === id);
  return {
    waiting: own.filter((change) => !change.held),
    held: own.filter((change) => change.held),
    others: changes.length - own.length,
    durable,
  };
}

/** Whether something has waited for so long that people should know. */
function useLate(waiting: readonly LogChange[]): boolean {
  const oldest = waiting.at(0)?.at;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (oldest === undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [oldest]);
  return oldest !== undefined && now - oldest > patienceMs;
}

/** The header's word about what is still on this device, and the list behind it. Nothing where nothing waits. */
export function Waiting() {
  const [opened, { open, close }] = useDisclosure(false);
  const { waiting, held, others } = useWaiting();
  const unitLabel = useUnitLabel();
  const count = waiting.length + held.length;
  const late = useLate(waiting);
  // What is confirmed in a moment is not worth a word that moves the header.
  if (held.length + others === 0 && !late && !opened) return null;
  return (
    <>
      <Button
        variant="default"
        onClick={open}
        leftSection={
          held.length > 0 ? <TriangleAlert aria-hidden size={18} /> : <HardDrive aria-hidden size={18} />
        }
      >
        {held.length > 0 ? `${held.length} to decide` : `${waiting.length + others} waiting`}
      </Button>
      <Modal opened={opened} onClose={close} title="On this device" size="lg">
        <Stack>
          {held.map((change) => (
            <TroubleNotice key={change.id} change={change} />
          ))}
          {waiting.length > 0 && (
            <>
              <Text>These go to the server by themselves, in this order, as soon as it can be reached:</Text>
              <List type="ordered">
                {waiting.map(({ id, memo }) => (
                  <List.Item key={id}>{wordsOf(memo, unitLabel)}</List.Item>
                ))}
              </List>
            </>
          )}
          {others > 0 && (
            <Text c="dimmed">
              {others} more of somebody else who used this device; they go when that person signs in here.
            </Text>
          )}
          {count + others === 0 && <Text>Everything is with the server.</Text>}
        </Stack>
      </Modal>
    </>
  );
}
