import { useSyncExternalStore } from 'react';
import { queryClient } from '../../../api/query-client.ts';
import { otherTabs } from '../../../api/outbox/other-tabs.ts';
import { Outbox } from '../../../api/outbox/outbox.ts';
import { openChangeStore } from '../../../api/outbox/store.ts';
import { reconnectPauseMs } from '../../../api/reconnect-pause.ts';
import { showsQuery } from '../log.queries.ts';
import { accept } from './accept.ts';
import { deliver, type Known } from './deliver.ts';
import type { LogMemo } from './memo.ts';

const show = (id: string) => queryClient.getQueryData(showsQuery.queryKey)?.find((one) => one.id === id);

const known: Known = {
  show,
  entry: (showId, id) => show(showId)?.entries.find((one) => one.id === id),
};

/** The changes of this device to the log. */
export const outbox = new Outbox<LogMemo>({
  store: openChangeStore<LogMemo>(),
  tabs: otherTabs<LogMemo>(),
  deliver: (change) => deliver(change, known),
  accept: (change, answer) => accept(queryClient, change.memo, answer),
  pauseMs: reconnectPauseMs,
});

export const useOutbox = () => useSyncExternalStore(outbox.subscribe, () => outbox.state);
