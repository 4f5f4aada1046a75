import { Group, Text } from '@mantine/core';
import { LoaderCircle, Radio, WifiOff } from 'lucide-react';
import { useConnection } from '../api/connection.ts';

const words = {
  connecting: { text: 'Connecting…', icon: LoaderCircle },
  live: { text: 'Live', icon: Radio },
  lost: { text: 'Not live: reconnecting…', icon: WifiOff },
} as const;

/** Whether what is on the screen is what is on the server. */
export function ConnectionState() {
  const { text, icon: Icon } = words[useConnection()];
  return (
    <Group component="output" aria-label="Connection" gap={6} wrap="nowrap">
      <Icon aria-hidden size={18} />
      <Text size="sm">{text}</Text>
    </Group>
  );
}
