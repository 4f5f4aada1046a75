import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isRow, type Send } from '../history/record.ts';

/** What a show has, before the next one begins. */
const linesOfShow = 12;
const today = () => new Date().toISOString().slice(0, 10);

/** What dispatchers at a steady pace did. Times are milliseconds. */
export interface Work {
  /** How many changes of the log it made. */
  changes: number;
  /** The entries that were acknowledged. */
  acknowledged: string[];
  latencies: number[];
  refused: Map<number, number>;
}

interface Pace {
  perSecond: number;
  stop: AbortSignal;
}

/**
 * Dispatchers as they are: a show, a line for each of its pilots, the show archived, the next one. What gets no answer or a
 * refusal for the moment is sent again under the same key.
 */
export async function dispatch(send: Send, { perSecond, stop }: Pace): Promise<Work> {
  const work: Work = { changes: 0, acknowledged: [], latencies: [], refused: new Map() };
  const gapMs = 1_000 / perSecond;
  let next = performance.now();

  async function ask(method: 'POST', path: string, body?: Record<string, unknown>): Promise<unknown> {
    const key = randomUUID();
    for (;;) {
      next = Math.max(next + gapMs, performance.now() - 1_000);
      await pause(Math.max(0, next - performance.now()));
      const began = performance.now();
      const answer = await send({ method, path, key, ...(body && { body }) }).catch(() => undefined);
      work.latencies.push(performance.now() - began);
      if (answer && answer.status < 300) {
        work.changes += 1;
        return answer.body;
      }
      const status = answer?.status ?? 0;
      if (status >= 400 && status < 500 && status !== 429)
        throw new Error(`${path} was refused: ${JSON.stringify(answer?.body)}`);
      work.refused.set(status, (work.refused.get(status) ?? 0) + 1);
    }
  }

  async function show(): Promise<void> {
    const body = { date: today(), time: '20:00', label: 'Main', leadPilot: 'Nazar', monkeyLead: 'Cleo' };
    const made = await ask('POST', '/api/shows', body);
    if (!isRow(made)) throw new Error('a show was made and not told');
    const path = `/api/shows/${made.id}`;
    for (let line = 0; line < linesOfShow; line += 1) {
      const entry = {
        operator: `Pilot ${line}`,
        unitId: `D${line}`,
        planned: 'Yes',
        launched: 'Yes',
        status: 'Completed',
      };
      const logged = await ask('POST', `${path}/entries`, { ...entry, delaySec: line, notes: 'steady' });
      if (isRow(logged)) work.acknowledged.push(logged.id);
    }
    await ask('POST', `${path}/archive`);
  }

  while (!stop.aborted) await show();
  return work;
}
