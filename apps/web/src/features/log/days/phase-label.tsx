import { Group, Text } from '@mantine/core';
import { CalendarClock, CircleCheck, CirclePlay, Hourglass } from 'lucide-react';
import type { Phase } from './front.ts';

const icons = { running: CirclePlay, next: Hourglass, later: CalendarClock, over: CircleCheck } as const;

/** What a show is at this moment: a sign and words. */
export function PhaseLabel({ phase, words, strong }: { phase: Phase; words: string; strong?: boolean }) {
  const Icon = icons[phase];
  return (
    <Group gap={6} wrap="nowrap" className="phase" data-phase={phase}>
      <Icon aria-hidden size={strong ? 22 : 18} />
      <Text component="span" size={strong ? 'lg' : 'sm'} fw={strong ? 700 : 500} className="numbers">
        {words}
      </Text>
    </Group>
  );
}
