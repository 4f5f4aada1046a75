import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { paths } from '../../../app/paths.ts';
import type { LoggedShow } from '../log.record.ts';
import { ShowNumbers } from '../show-numbers.tsx';
import type { Timed } from './front.ts';
import { PhaseLabel } from './phase-label.tsx';
import { ShowCardTitle } from './show-card-title.tsx';
import { ShowActions } from './show-actions.tsx';

/** The show that matters now, with the one thing to do. */
export function FrontShow({ timed: { show, phase }, words }: { timed: Timed<LoggedShow>; words: string }) {
  return (
    <Stack component="article" className="card front-show" gap="sm" aria-label={`${words}: ${show.label}`}>
      <PhaseLabel phase={phase} words={words} strong />
      <Group justify="space-between" align="flex-end" gap="md">
        <Stack gap={4} miw={0} flex="1 1 320px">
          <ShowCardTitle show={show} order={2} size="h2" />
          <Text c="dimmed">
            Lead pilot {show.leadPilot} · Monkey lead {show.monkeyLead}
          </Text>
          <ShowNumbers entries={show.entries} />
        </Stack>
        <Group gap="sm">
          <ShowActions show={show} />
          <Button
            size="lg"
            rightSection={<ArrowRight aria-hidden size={20} />}
            renderRoot={(props) => <Link {...props} to={paths.show} params={{ id: show.id }} />}
          >
            Open board
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
