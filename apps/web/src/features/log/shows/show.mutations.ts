import { restoreShow } from '@monkey-tracker/contract/archive';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { withShow } from '../log.cache.ts';
import { archiveQuery, patchShows } from '../log.queries.ts';

/** Brings a show back from the archive, which is read from the server anyway: not without the network. */
export function useRestoreShow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(restoreShow, { params: { id } }),
    onSuccess: (show) => {
      patchShows(client, (shows) => withShow(shows, show));
      return client.invalidateQueries(archiveQuery);
    },
  });
}
