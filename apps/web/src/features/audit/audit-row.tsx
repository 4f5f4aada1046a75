import type { AuditEvent } from '@monkey-tracker/contract/audit';
import { Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTimeZone } from '../../api/venue.ts';
import { paths } from '../../app/paths.ts';
import { Moment } from '../../ui/moment.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { differencesOf, titleOf } from './differences.ts';
import { RecordThen } from './record-then.tsx';

/** One change; what it made different is written out only where somebody opens it. */
export function AuditRow({ event }: { event: AuditEvent }) {
  const timeZone = useTimeZone();
  const [opened, setOpened] = useState(false);
  const { seq, type, actor, at, subjectId, showId, before, after } = event;
  const isRecord = subjectId !== null && /^(show|entry)\./.test(type);
  return (
    <Stack component="article" className="card" gap={4} aria-label={`Change ${seq}`}>
      <Group gap="sm">
        <Text fw={600} className="numbers">
          {seq}
        </Text>
        <Text fw={600}>{titleOf(type)}</Text>
        <Text c="dimmed">
          {actor?.displayName ?? 'The system'} · <Moment at={at} timeZone={timeZone} />
        </Text>
      </Group>
      <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
        <summary>What changed</summary>
        {opened && (
          <Stack gap="sm">
            <DifferenceTable
              label={`What change ${seq} changed`}
              differences={differencesOf(before, after)}
            />
            <Group gap="md">
              {isRecord && <RecordThen id={subjectId} seq={seq} />}
              {isRecord && (
                <Link to={paths.audit} search={{ subject: subjectId }}>
                  All changes of this record
                </Link>
              )}
              {showId !== null && (
                <Link to={paths.audit} search={{ show: showId }}>
                  All changes of this show
                </Link>
              )}
            </Group>
          </Stack>
        )}
      </details>
    </Stack>
  );
}
