import { useSyncExternalStore } from 'react';

/** Answers say the time in whole seconds, and take a while: less than this is no difference. */
const toleranceMs = 3_000;
/** A device that is wrong by more than this should be told. */
const worthSayingMs = 30_000;

let aheadMs = 0;
const listeners = new Set<() => void>();

/** Learns from an answer how far this device's clock is from the server's. */
export function compareClocks(date: string | null, received = Date.now()): void {
  const said = Date.parse(date ?? '');
  if (Number.isNaN(said)) return;
  const difference = received - said;
  const next = Math.abs(difference) < toleranceMs ? 0 : difference;
  if (Math.abs(next - aheadMs) < toleranceMs && next !== 0) return;
  aheadMs = next;
  for (const tell of listeners) tell();
}

/** The moment by the server's clock, epoch milliseconds, as well as this device knows it. */
export const serverNow = (): number => Date.now() - aheadMs;

/** What the server's clock said when this device's said `at`, as well as this device knows it. */
export const byServer = (at: number): number => at - aheadMs;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** By how many milliseconds this device's clock is ahead (or, negative, behind), where people should know; else 0. */
export const useClockDifference = (): number =>
  useSyncExternalStore(subscribe, () => (Math.abs(aheadMs) > worthSayingMs ? aheadMs : 0));
