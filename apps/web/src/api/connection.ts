import { useSyncExternalStore } from 'react';
import type { Connection } from './event-stream.ts';

const key = 'monkey-tracker.last-live';
const beatMs = 5_000;

let state: Connection = 'connecting';
let beat: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

const note = () => localStorage.setItem(key, String(Date.now()));

export function setConnection(next: Connection): void {
  if (next === state) return;
  clearInterval(beat);
  if (next === 'live') beat = setInterval(note, beatMs);
  if (next === 'live' || state === 'live') note();
  state = next;
  for (const tell of listeners) tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether what the page shows is live. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => state);

/** When what this device shows was last known to be live, epoch milliseconds, through a restart; 0 for never. */
export const lastLive = (): number => Number(localStorage.getItem(key) ?? 0);
