import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { setConnection } from '../api/connection.ts';
import { followEvents } from '../api/event-stream.ts';
import { session, useSessionState } from '../api/here.ts';
import { applyToLog } from '../features/log/log.live.ts';
import { applyToVenue } from '../features/venue/venue.live.ts';

/** Keeps everything on the screen as it is on the server, for as long as somebody is signed in. */
export function useLive(): void {
  const client = useQueryClient();
  const open = useSessionState() === 'open';
  useEffect(() => {
    if (!open) return setConnection('lost');
    return followEvents({
      token: () => session.token(),
      renew: (refused) => session.renew(refused),
      changed: (event) => {
        applyToLog(client, event);
        applyToVenue(client, event);
      },
      unsure: () => void client.invalidateQueries(),
      connection: setConnection,
    });
  }, [client, open]);
}
