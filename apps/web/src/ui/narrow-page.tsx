import { Container, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A page with one form, outside of the layout: signing in and the like. */
export function NarrowPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Container component="main" size={440} py="xl" px="md">
      <title>{`${title} · Monkey Tracker`}</title>
      <Stack gap="lg" pt="xl">
        <Text fw={700} c="dimmed">
          Monkey Tracker
        </Text>
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {lead !== undefined && (
            <Text c="dimmed" mt={4}>
              {lead}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Container>
  );
}
