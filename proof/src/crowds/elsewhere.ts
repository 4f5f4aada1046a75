import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Audience, Heard, Listening } from './audience.ts';
import type { Order, Reply } from './audience.process.ts';

/** The same audience in a process of its own, so that whoever takes the time is not kept busy by it. */
export async function openAudienceElsewhere(listening: Listening): Promise<Audience> {
  const child = fork(fileURLToPath(new URL('audience.process.ts', import.meta.url)));
  async function ask(order: Order): Promise<Reply> {
    child.send(order);
    const [reply] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => {
        throw new Error('the process with the streams ended');
      }),
    ]);
    return reply as Reply;
  }
  await ask({ open: listening });
  return {
    async judge(changes): Promise<Heard> {
      const reply = await ask({ judge: [...changes] });
      if (!('heard' in reply)) throw new Error('the process with the streams said something else');
      return reply.heard;
    },
    close: () => child.disconnect(),
  };
}
