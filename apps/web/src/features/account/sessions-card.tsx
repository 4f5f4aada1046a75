import type { Session } from '@monkey-tracker/contract/auth';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../ui/card.tsx';
import { deviceOf } from '../../ui/device.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Empty, Failure } from '../../ui/states.tsx';
import { sessionsQuery, useEndSession } from './account.queries.ts';

/** Where this person is signed in. */
export function SessionsCard() {
  const query = useQuery(sessionsQuery);
  return (
    <Card title="Sessions">
      <Loaded query={query} what="Loading your sessions">
        {(sessions) =>
          sessions.length === 0 ? (
            <Empty title="No sessions" />
          ) : (
            <Stack>
              {sessions.map((session) => (
                <OneSession key={session.id} session={session} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Card>
  );
}

function OneSession({ session: { id, address, userAgent, current, lastUsedAt } }: { session: Session }) {
  const end = useEndSession();
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text style={{ overflowWrap: 'anywhere' }}>{deviceOf(userAgent)}</Text>
          <Text size="sm" c="dimmed">
            {current ? 'This session · ' : ''}
            {address} · last used <Moment at={lastUsedAt} />
          </Text>
        </div>
        {!current && (
          <Button
            variant="default"
            loading={end.isPending}
            onClick={() => end.mutate(id)}
            aria-label={`End session of ${deviceOf(userAgent)} at ${address}`}
          >
            End
          </Button>
        )}
      </Group>
      <Failure error={end.error} />
    </Stack>
  );
}
