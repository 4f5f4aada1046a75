import { startTask } from '@monkey-tracker/bench/src/server/stage/task.ts';
import type { Audience, Heard, Listening } from './audience.ts';

/** The same audience in a process of its own, so that whoever takes the time is not kept busy by it. */
export async function openAudienceElsewhere(listening: Listening): Promise<Audience> {
  const task = startTask<'opened' | Heard>(new URL('audience.process.ts', import.meta.url).href, listening);
  await task.hear();
  return {
    async judge(changes) {
      task.tell(changes);
      return (await task.hear()) as Heard;
    },
    close: task.end,
  };
}
