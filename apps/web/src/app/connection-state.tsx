import { Group, Text } from '@mantine/core';
import { CloudOff, LoaderCircle, Radio, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { lastLive, useConnection } from '../api/connection.ts';
import { useClockDifference } from '../api/clock.ts';
import { useTimeZone } from '../api/venue.ts';
import { useWaiting, Waiting } from '../features/log/outbox/waiting.tsx';
import { ageInWords } from './age.ts';

/** Whether what is on the screen is what is on the server, how old it is if not, and what waits to be sent. */
export function ConnectionState() {
  const state = useConnection();
  const { durable } = useWaiting();
  const ahead = useClockDifference();
  return (
    <Group gap="sm" wrap="nowrap">
      {!durable && <Warning>This browser keeps nothing: stay on the page until all is sent</Warning>}
      {ahead !== 0 && (
        <Warning>
          This device's clock is {Math.round(Math.abs(ahead) / 60_000) || 1} min{' '}
          {ahead > 0 ? 'ahead' : 'behind'}
        </Warning>
      )}
      <Waiting />
      <Group component="output" aria-label="Connection" gap={6} wrap="nowrap">
        {state === 'live' && <Radio aria-hidden size={18} />}
        {state === 'connecting' && <LoaderCircle aria-hidden size={18} />}
        {state === 'lost' && <CloudOff aria-hidden size={18} />}
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          {state === 'live' && 'Live'}
          {state === 'connecting' && 'Connecting…'}
          {state === 'lost' && <Age />}
        </Text>
      </Group>
    </Group>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <Group gap={6} wrap="nowrap" role="alert">
      <TriangleAlert aria-hidden size={18} />
      <Text size="sm">{children}</Text>
    </Group>
  );
}

/** How old the data is, while nothing new comes. */
function Age() {
  const timeZone = useTimeZone();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return <span className="numbers">Offline · {ageInWords(lastLive(), now, timeZone)}</span>;
}
