import { Group, Text } from '@mantine/core';
import { CloudOff, LoaderCircle, Radio, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { lastLive, useConnection } from '../api/connection.ts';
import { useTimeZone } from '../api/venue.ts';
import { useWaiting, Waiting } from '../features/log/outbox/waiting.tsx';
import { ageInWords } from './age.ts';

/** Whether what is on the screen is what is on the server, how old it is if not, and what waits to be sent. */
export function ConnectionState() {
  const state = useConnection();
  const { durable } = useWaiting();
  return (
    <Group gap="sm" wrap="nowrap">
      {!durable && (
        <Group gap={6} wrap="nowrap" role="alert">
          <TriangleAlert aria-hidden size={18} />
          <Text size="sm">This browser keeps nothing: stay on the page until all is sent</Text>
        </Group>
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
