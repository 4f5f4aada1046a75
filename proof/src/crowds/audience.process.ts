import { type Heard, type Listening, openAudience } from './audience.ts';

/** What the process is told: to open streams, then to judge what they saw. */
export type Order = { open: Listening } | { judge: number[] };
export type Reply = { opened: true } | { heard: Heard };

let audience: Awaited<ReturnType<typeof openAudience>> | undefined;

process.on('message', async (order: Order) => {
  const reply = (words: Reply) => process.send?.(words);
  if ('open' in order) {
    audience = await openAudience(order.open);
    reply({ opened: true });
  } else if (audience) {
    reply({ heard: await audience.judge(order.judge) });
  }
});
process.on('disconnect', () => process.exit());
