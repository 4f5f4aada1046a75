import { setTimeout as wait } from 'node:timers/promises';
import { startTask } from '../stage/task.ts';

export interface Listening {
  host: string;
  port: number;
  token: string;
  count: number;
}

/** What all listeners together heard; milliseconds from the log's own time of an event to its arrival. */
export interface Heard {
  events: number;
  closed: number;
  p50: number;
  p99: number;
}

const patienceMs = 20_000;

/** Opens so many live streams, all greeted, in a process of their own. */
export async function startListeners(listening: Listening) {
  const task = startTask<'ready' | Heard>('load/listeners.process.ts', listening);
  await task.hear();
  const ask = async () => {
    task.tell('what did you hear?');
    return (await task.hear()) as Heard;
  };
  return {
    /** What was heard once every listener had heard so many. @throws Error where one was cut off or missed something. */
    async heard(eventsEach: number): Promise<Heard> {
      const all = eventsEach * listening.count;
      for (const since = Date.now(); ; await wait(100)) {
        const heard = await ask();
        if (heard.events === all && heard.closed === 0) return heard;
        if (heard.closed > 0 || heard.events > all || Date.now() - since > patienceMs)
          throw new Error(`${heard.events} events of ${all} were heard; ${heard.closed} streams were closed`);
      }
    },
    end: task.end,
  };
}
