import type { QueryClient } from '@tanstack/react-query';
import {
  type PersistedClient,
  type Persister,
  persistQueryClientRestore,
  persistQueryClientSubscribe,
} from '@tanstack/react-query-persist-client';
import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { session } from './here.ts';
import { keptForMs as maxAge } from './kept.ts';

/** Raise it when what is kept changes its shape. */
const buster = '1';
/** Copies of a busy day are written at most this often. It is short: a tab can be killed at any time. */
const pauseMs = 150;

function openPersister(): Persister & { flush(): void } {
  let opened: UseStore | undefined;
  const store: UseStore = (mode, work) =>
    (opened ??= createStore('monkey-tracker-pages', 'queries'))(mode, work);
  let newest: PersistedClient | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A device that keeps nothing still works with the network.
  const ignore = () => undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (newest) void set('client', newest, store).catch(ignore);
    newest = undefined;
  };
  return {
    flush,
    persistClient(client) {
      // Another tab signed this person out: what it wiped away stays away.
      if (session.state === 'ended') return;
      newest = client;
      timer ??= setTimeout(flush, pauseMs);
    },
    restoreClient: () => get<PersistedClient>('client', store).catch(ignore),
    async removeClient() {
      newest = undefined;
      await del('client', store).catch(ignore);
    },
  };
}

/** Brings back what was read before, and keeps on writing it down. Resolves once pages may be drawn. */
export async function keepQueries(client: QueryClient): Promise<void> {
  const options = { queryClient: client, persister: openPersister(), maxAge, buster };
  await persistQueryClientRestore(options);
  persistQueryClientSubscribe({
    ...options,
    dehydrateOptions: {
      shouldDehydrateQuery: ({ meta, state }) => meta?.['kept'] === true && state.data !== undefined,
      shouldDehydrateMutation: () => false,
    },
  });
  addEventListener('pagehide', options.persister.flush);
}
