import { useSyncExternalStore } from 'react';

const key = 'monkey-tracker.dim';
const listeners = new Set<() => void>();

/** How much darker this screen is made than it comes, percent; 0 for not at all. */
const dimmed = (): number => Math.min(80, Math.max(0, Number(localStorage.getItem(key) ?? 0) || 0));

export function dim(percent: number): void {
  localStorage.setItem(key, String(percent));
  for (const tell of listeners) tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDim = (): number => useSyncExternalStore(subscribe, dimmed);
