import { Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../app/paths.ts';
import { EntryTable } from '../entries/entry-table.tsx';
import type { LoggedShow } from '../log.record.ts';
import { ShowNumbers } from '../show-numbers.tsx';

/** One show of the day, with what has been logged so far. */
export function DayShow({ show }: { show: LoggedShow }) {
  const name = `${show.time} ${show.label}`;
  return (
    <Stack component="article" className="card" gap="xs" aria-label={name}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
          <Link to={paths.show} params={{ id: show.id }} className="title-link">
            <span className="numbers">{show.time}</span> {show.label}
          </Link>
        </Title>
        <ShowNumbers entries={show.entries} />
      </Group>
      <Text size="sm" c="dimmed">
        Lead pilot {show.leadPilot} · Monkey lead {show.monkeyLead}
      </Text>
      {show.entries.length > 0 && <EntryTable entries={show.entries} label={`Entries of ${name}`} />}
    </Stack>
  );
}
