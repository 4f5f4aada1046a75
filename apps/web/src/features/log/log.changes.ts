import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAccount } from '../../api/me.ts';
import { entryChanges } from './changes/entry-changes.ts';
import { showChanges } from './changes/show-changes.ts';
import { showsQuery } from './log.queries.ts';
import { useOutbox } from './outbox/here.ts';
import { withPending } from './outbox/overlay.ts';

/** The active shows as this device has them: the server's, with what this person changed and it has not confirmed. */
export function useShows() {
  const { data, error, refetch } = useQuery(showsQuery);
  const { changes, sending } = useOutbox();
  const { id } = useAccount();
  const shows = useMemo(
    () => data && withPending(data, { changes, sending }, id),
    [data, changes, sending, id],
  );
  return { data: shows, error, refetch };
}

/** What this person can do to the log. Nothing here waits for the network. */
export function useChanges() {
  const { id } = useAccount();
  return useMemo(() => ({ ...entryChanges(id), ...showChanges(id) }), [id]);
}
