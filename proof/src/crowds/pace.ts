import { setTimeout as pause } from 'node:timers/promises';

/** How long something took from the moment in which it was due, and how it ended. */
export interface Timing {
  ms: number;
  status: number;
}

/**
 * Does something at a steady pace until the time is over, however long each takes: who is slow does not get fewer to do,
 * and what waits for its turn counts as waiting. @returns when the last has ended
 */
export async function atPace(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  act: (n: number) => Promise<number>,
): Promise<Timing[]> {
  const began = performance.now();
  const done: Promise<Timing>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = began + (n * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    done.push(act(n).then((status) => ({ status, ms: performance.now() - due })));
  }
  return Promise.all(done);
}

/** How many ended with each status. */
export function byStatus(timings: readonly Timing[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of timings) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
