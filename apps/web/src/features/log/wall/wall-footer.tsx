import { venueTime } from '@monkey-tracker/contract/calendar';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CloudOff, LoaderCircle, Radio, X } from 'lucide-react';
import { byServer } from '../../../api/clock.ts';
import { lastLive, useConnection } from '../../../api/connection.ts';
import { paths } from '../../../app/paths.ts';

/** How fresh the wall is, and the way off it. */
export function WallFooter({ timeZone }: { timeZone: string }) {
  return (
    <footer className="wall-footer">
      <Freshness timeZone={timeZone} />
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        leftSection={<X aria-hidden size={18} />}
        renderRoot={(props) => <Link {...props} to={paths.today} />}
      >
        Leave (Esc)
      </Button>
    </footer>
  );
}

function Freshness({ timeZone }: { timeZone: string }) {
  const state = useConnection();
  const since = lastLive();
  return (
    <output className="wall-freshness numbers" aria-label="Connection" data-state={state}>
      {state === 'live' && <Radio aria-hidden />}
      {state === 'connecting' && <LoaderCircle aria-hidden />}
      {state === 'lost' && <CloudOff aria-hidden />}
      {state === 'live' && 'Live'}
      {state === 'connecting' && 'Connecting…'}
      {state === 'lost' &&
        (since === 0 ? 'Not live' : `Not live since ${venueTime(byServer(since), timeZone)}`)}
    </output>
  );
}
