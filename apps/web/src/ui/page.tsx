import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What the window is called, where the heading alone would not do. */
  windowTitle?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page's frame: its name in the window and as its one heading, what can be done, what it shows. */
export function Page({ title, windowTitle = title, lead, actions, children }: Props) {
  return (
    <Stack gap="lg">
      <title>{`${windowTitle} · Monkey Tracker`}</title>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text component="div" c="dimmed" mt={4}>
              {lead}
            </Text>
          )}
        </div>
        <Group gap="sm">{actions}</Group>
      </Group>
      {children}
    </Stack>
  );
}
