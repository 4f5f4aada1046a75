import type { Delivery } from '@monkey-tracker/contract/webhook';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Check, CircleX, Clock } from 'lucide-react';
import { useState } from 'react';
import { useTimeZone } from '../../api/venue.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Failure } from '../../ui/states.tsx';
import { deliveryQuery, useRedeliver } from './webhook.queries.ts';

const signs = { waiting: Clock, delivered: Check, dead: CircleX } as const;

/** One message: what became of it, and each attempt where somebody opens it. */
export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const timeZone = useTimeZone();
  const [opened, setOpened] = useState(false);
  const again = useRedeliver();
  const { state, lastAttempt } = delivery;
  const Sign = signs[state];
  return (
    <Stack component="article" className="card" gap={4} aria-label={`Delivery ${delivery.id}`}>
      <Group justify="space-between">
        <Group gap="sm">
          <Sign aria-hidden size={18} />
          <Text fw={600}>{state}</Text>
          <Text>{delivery.event}</Text>
          <Text c="dimmed" size="sm">
            <Moment at={delivery.createdAt} timeZone={timeZone} /> · {delivery.attempts}{' '}
            {delivery.attempts === 1 ? 'attempt' : 'attempts'}
            {lastAttempt && ` · ${lastAttempt.status ?? lastAttempt.failure} in ${lastAttempt.durationMs} ms`}
          </Text>
        </Group>
        {state !== 'waiting' && (
          <Button variant="default" loading={again.isPending} onClick={() => again.mutate(delivery.id)}>
            Send again
          </Button>
        )}
      </Group>
      <Failure error={again.error} />
      <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
        <summary>Attempts</summary>
        {opened && <Attempts id={delivery.id} />}
      </details>
    </Stack>
  );
}

function Attempts({ id }: { id: string }) {
  const query = useQuery(deliveryQuery(id));
  const timeZone = useTimeZone();
  return (
    <Loaded query={query} what="Loading the attempts">
      {({ log }) =>
        log.map((attempt) => (
          <Stack key={attempt.number} gap={2} mt="xs">
            <Text size="sm" fw={600}>
              {attempt.number}. <Moment at={attempt.at} timeZone={timeZone} /> · {attempt.method}{' '}
              {attempt.url} · {attempt.status ?? attempt.failure} · {attempt.durationMs} ms
            </Text>
            <pre className="prose">
              {attempt.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}
            </pre>
            <pre className="prose">{JSON.stringify(attempt.body, null, 2)}</pre>
            <Text size="sm">Answer:</Text>
            <pre className="prose">{attempt.answer || 'Nothing'}</pre>
          </Stack>
        ))
      }
    </Loaded>
  );
}
