import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useAccount } from '../api/me.ts';
import { outbox } from '../features/log/outbox/here.ts';
import { setConnection } from '../api/connection.ts';
import { followTogether } from '../api/shared-stream.ts';
import { session, useSessionState } from '../api/here.ts';
import { exceptionNotice } from '../features/log/exception-notice.ts';
import { applyToLog } from '../features/log/log.live.ts';
import { announce, setPeople } from '../features/log/presence/whereabouts.ts';
import { notify } from '../ui/notify.ts';
import { applyToVenue } from '../features/venue/venue.live.ts';

/** Keeps everything on the screen as it is on the server, for as long as somebody is signed in. */
export function useLive(): void {
  const client = useQueryClient();
  const open = useSessionState() === 'open';
  const { id, settings } = useAccount();
  const told = useRef({ id, wanted: false });
  useEffect(() => {
    told.current = { id, wanted: settings.notifications ?? false };
  }, [id, settings]);
  useEffect(() => {
    if (!open) return setConnection('lost');
    return followTogether({
      token: () => session.token(),
      renew: (refused) => session.renew(refused),
      changed: (event) => {
        applyToLog(client, event);
        applyToVenue(client, event);
        if (!told.current.wanted) return;
        const notice = exceptionNotice(event, told.current.id);
        if (notice !== undefined) notify(notice);
      },
      present: setPeople,
      unsure: () => void client.invalidateQueries(),
      connection: (state) => {
        setConnection(state);
        if (state !== 'live') return;
        outbox.wake();
        announce();
      },
    });
  }, [client, open]);
}

/** Sends what waits on this device as soon as there is somebody to send it for, and hope that it arrives. */
export function useSending(): void {
  const { id } = useAccount();
  const open = useSessionState() === 'open';
  useEffect(() => {
    outbox.sendFor(open ? id : undefined);
    const stopped = new AbortController();
    for (const sign of ['online', 'focus', 'pageshow'])
      addEventListener(sign, outbox.wake, { signal: stopped.signal });
    return () => stopped.abort();
  }, [id, open]);
}
