import { useSyncExternalStore } from 'react';
import type { Connection } from './event-stream.ts';

let state: Connection = 'connecting';
const listeners = new Set<() => void>();

export function setConnection(next: Connection): void {
  state = next;
  for (const tell of listeners) tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether what the page shows is live. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => state);
