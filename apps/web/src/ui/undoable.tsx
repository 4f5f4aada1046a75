import { Button, Group, Text } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { Hint } from './shortcuts/hint.tsx';

/** What was done, and the way back. */
export function Undoable({ message, onUndo }: { message: string; onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {message}
      </Text>
      <Button
        variant="default"
        size="sm"
        onClick={onUndo}
        leftSection={<Undo2 aria-hidden size={16} />}
        rightSection={<Hint of="undo" />}
      >
        Undo
      </Button>
    </Group>
  );
}
