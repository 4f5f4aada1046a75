import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  value: string;
  /** What to do with it, and for how long it works. */
  children: ReactNode;
  onDone?: () => void;
}

/** A secret that is never shown again, to be copied now. */
export function ShownOnce({ label, value, children, onDone }: Props) {
  return (
    <Stack>
      <Text component="div">{children}</Text>
      <TextInput
        label={label}
        readOnly
        value={value}
        data-autofocus
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Group justify="flex-end">
        {onDone && (
          <Button variant="default" onClick={onDone}>
            Done
          </Button>
        )}
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{copied ? 'Copied' : `Copy ${label.toLowerCase()}`}</Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
