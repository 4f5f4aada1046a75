import { type ArchivedShow, restoreShow } from '@monkey-tracker/contract/archive';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../../api/me.ts';
import { useTimeZone } from '../../../api/venue.ts';
import { Moment } from '../../../ui/moment.tsx';
import { EntryTable } from '../entries/entry-table.tsx';
import { ShowNumbers } from '../show-numbers.tsx';
import { Restore } from './restore.tsx';

/** An archived show; its entries are drawn only where somebody opens them. */
export function ArchivedShowCard({ show }: { show: ArchivedShow }) {
  const may = useMay();
  const timeZone = useTimeZone();
  const [opened, setOpened] = useState(false);
  const name = `${show.date} ${show.time} ${show.label}`;
  return (
    <Stack component="article" className="card" gap="xs" aria-label={name}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
          <span className="numbers">
            {show.date} {show.time}
          </span>{' '}
          {show.label}
        </Title>
        {may(restoreShow) && <Restore id={show.id} name={name} />}
      </Group>
      <Text size="sm" c="dimmed">
        {show.deletedAt === undefined ? 'Archived' : 'Deleted'}{' '}
        <Moment at={show.deletedAt ?? show.archivedAt} timeZone={timeZone} /> · Lead pilot {show.leadPilot} ·
        Monkey lead {show.monkeyLead}
      </Text>
      <ShowNumbers entries={show.entries} />
      {show.entries.length > 0 && (
        <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
          <summary>Entries</summary>
          {opened && <EntryTable entries={show.entries} label={`Entries of ${name}`} />}
        </details>
      )}
    </Stack>
  );
}
