import type { AuditEvent } from '@monkey-tracker/contract/audit';
import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTimeZone } from '../../api/venue.ts';
import { Moment } from '../../ui/moment.tsx';

/** One change; before and after are written out only where somebody opens them. */
export function AuditRow({ event }: { event: AuditEvent }) {
  const timeZone = useTimeZone();
  const [opened, setOpened] = useState(false);
  return (
    <Stack component="article" className="card" gap={4} aria-label={`Change ${event.seq}`}>
      <Group gap="sm">
        <Text fw={600} className="numbers">
          {event.seq}
        </Text>
        <Text fw={600}>{event.type}</Text>
        <Text c="dimmed">
          {event.actor?.displayName ?? 'The system'} · <Moment at={event.at} timeZone={timeZone} />
        </Text>
      </Group>
      <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
        <summary>Before and after</summary>
        {opened && (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Record title="Before" value={event.before} />
            <Record title="After" value={event.after} />
          </SimpleGrid>
        )}
      </details>
    </Stack>
  );
}

function Record({ title, value }: { title: string; value: unknown }) {
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <pre className="prose">{value === null ? 'Nothing' : JSON.stringify(value, null, 2)}</pre>
    </div>
  );
}
