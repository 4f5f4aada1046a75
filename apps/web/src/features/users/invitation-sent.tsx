import { Button, Group, Stack, Text } from '@mantine/core';
import { Moment } from '../../ui/moment.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';

interface Props {
  name: string;
  /** Null where the invitation is on its way by mail. */
  url: string | null;
  expiresAt: number;
  onDone: () => void;
}

/** How the invitation reaches the person. */
export function InvitationSent({ name, url, expiresAt, onDone }: Props) {
  if (url !== null)
    return (
      <ShownOnce label="Link" value={url} onDone={onDone}>
        Give it to {name}. It works once, until <Moment at={expiresAt} />, and is not shown again.
      </ShownOnce>
    );
  return (
    <Stack>
      <Text>
        The invitation goes to {name} by mail. Its link works once, until <Moment at={expiresAt} />.
      </Text>
      <Group justify="flex-end">
        <Button onClick={onDone} data-autofocus>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
