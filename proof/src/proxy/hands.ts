import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Reply } from './browser.ts';

export interface Work {
  acknowledged: Set<string>;
  /** Every answer that was none: what a page shows as "waiting", and sends again. */
  failures: string[];
  slowestMs: number;
}

/** How long a hand waits before it sends again, in milliseconds. */
const againMs = 50;

/** @throws Error where it is refused for good: to send it again would change nothing */
function outcomeOf({ status, body }: Reply): string {
  if (status === 201) return 'kept';
  const words = `${status} ${body.slice(0, 80)}`;
  if (status >= 400 && status < 500 && status !== 429) throw new Error(`an entry was refused: ${words}`);
  return words;
}

/** Hands that log pilots until they are told to stop; each sends again under the same id and key until it is answered. */
export async function logPilots(
  browser: Browser,
  { token, show, hands, name }: { token: string; show: string; hands: number; name: string },
  stop: AbortSignal,
): Promise<Work> {
  const work: Work = { acknowledged: new Set(), failures: [], slowestMs: 0 };
  const hand = async (number: number) => {
    for (let round = 0; !stop.aborted; round += 1) {
      const body = {
        id: randomUUID(),
        unitId: 'D1',
        planned: 'Yes',
        launched: 'Yes',
        status: 'Completed',
        operator: `${name} ${number}.${round}`,
      };
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
      const began = performance.now();
      for (;;) {
        const outcome = await browser
          .ask(`/api/shows/${show}/entries`, { body, headers })
          .then(outcomeOf, String);
        if (outcome === 'kept') break;
        work.failures.push(outcome);
        await pause(againMs);
      }
      work.acknowledged.add(body.id);
      work.slowestMs = Math.max(work.slowestMs, performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: hands }, (_, number) => hand(number)));
  return work;
}
