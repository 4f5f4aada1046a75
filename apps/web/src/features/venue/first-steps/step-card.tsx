import type { FirstSteps } from '@monkey-tracker/contract/first-steps';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Circle, CircleCheck } from 'lucide-react';
import { Failure } from '../../../ui/states.tsx';
import { useTick } from './first-steps.mutations.ts';
import { stepWords } from './step-words.tsx';

type Step = FirstSteps['steps'][number];

/** One step: what it is good for, whether it is done, the way to it. */
export function StepCard({ step, done, ticked }: Step) {
  const { title, text, Way } = stepWords[step];
  const tick = useTick(step);
  const Icon = done ? CircleCheck : Circle;
  return (
    <Group component="li" className="card step" gap="md" aria-label={title}>
      <Icon
        aria-hidden
        size={28}
        className="step-sign"
        color={done ? 'var(--mantine-color-green-6)' : 'var(--mantine-color-dimmed)'}
      />
      <Stack gap={4} flex="1 1 300px" miw={0}>
        <Group gap="sm">
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" fw={600} c={done ? undefined : 'dimmed'}>
            {done ? (ticked ? 'Done, ticked by hand' : 'Done') : 'To do'}
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        <Failure error={tick.error} />
      </Stack>
      <Group gap="xs" className="step-ways">
        {Way && <Way />}
        {(ticked || !done) && (
          <Button variant="subtle" loading={tick.isPending} onClick={() => tick.mutate(!ticked)}>
            {ticked ? 'Untick' : 'Tick as done'}
          </Button>
        )}
      </Group>
    </Group>
  );
}
