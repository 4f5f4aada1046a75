import { Group, Stack, Text } from '@mantine/core';
import type { LoggedShow } from '../log.record.ts';
import { ShowNumbers } from '../show-numbers.tsx';
import type { Timed } from './front.ts';
import { PhaseLabel } from './phase-label.tsx';
import { ShowCardTitle } from './show-card-title.tsx';
import { ShowActions } from './show-actions.tsx';

/** A show of the day in two lines: when, what, who, and how it went so far. */
export function DayShow({ timed: { show, phase }, words }: { timed: Timed<LoggedShow>; words: string }) {
  return (
    <Group
      component="article"
      className="card day-show"
      gap="sm"
      wrap="nowrap"
      aria-label={`${show.time} ${show.label}`}
    >
      <Group flex={1} miw={0} gap="sm">
        <Stack gap={0} miw={0} flex="1 1 220px">
          <ShowCardTitle show={show} order={3} size="h4" />
          <Text size="sm" c="dimmed">
            Lead pilot {show.leadPilot} · Monkey lead {show.monkeyLead}
          </Text>
        </Stack>
        <Stack gap={4} className="day-show-facts">
          <PhaseLabel phase={phase} words={words} />
          {(phase === 'running' || phase === 'over' || show.entries.length > 0) && (
            <ShowNumbers entries={show.entries} />
          )}
        </Stack>
      </Group>
      <ShowActions show={show} />
    </Group>
  );
}
