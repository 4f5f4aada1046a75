import { Alert, Button, Center, Group, Loader, Stack, Text } from '@mantine/core';
import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';

export function Loading({ what = 'Loading' }: { what?: string }) {
  return (
    <Center component="output" mih={160}>
      <Group gap="sm">
        <Loader size="sm" />
        <Text c="dimmed">{what}…</Text>
      </Group>
    </Center>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack className="card" align="center" gap="xs" py="xl">
      <Text fw={600}>{title}</Text>
      {children}
    </Stack>
  );
}

/** What went wrong, in the words of whoever refused; nothing where nothing did. */
export function Failure({ error, retry }: { error: Error | null; retry?: () => void }) {
  if (!error) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      icon={<CircleAlert aria-hidden />}
      title={error.message}
    >
      {retry && (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Alert color="blue" variant="outline" icon={<Info aria-hidden />} title={title}>
      {children}
    </Alert>
  );
}
