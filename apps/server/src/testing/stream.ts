import type { LiveEvent } from '@monkey-tracker/contract/events';
import { onTestFinished } from 'vitest';

interface StreamMessage {
  event: string;
  id: string;
  data: LiveEvent;
  /** What the message says, where it is no change of the log. */
  words: string;
}

/** A reader of the live stream that has been greeted already. */
export async function openStream(url: string, token: string, lastSeen?: string) {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const answer = await fetch(`${url}/api/events`, {
    signal: abort.signal,
    headers: { authorization: `Bearer ${token}`, ...(lastSeen && { 'last-event-id': lastSeen }) },
  });
  const messages: StreamMessage[] = [];
  let ended = false;
  let notify = () => {};
  void (async () => {
    let rest = '';
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      messages.push(...blocks.filter((block) => block.includes('event: ')).map(parse));
      notify();
    }
  })()
    .catch(() => {})
    .finally(() => {
      ended = true;
      notify();
    });

  const take = async (event: string, count: number) => {
    for (;;) {
      const found = messages.filter((message) => message.event === event);
      if (found.length >= count) return found;
      if (ended) throw new Error('the stream ended');
      await new Promise<void>((resolve) => (notify = resolve));
    }
  };
  if (lastSeen === undefined) await take('ready', 1);
  return { take, close: () => abort.abort() };
}

function parse(block: string): StreamMessage {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return { event: field('event'), id: field('id'), data: JSON.parse(field('data')), words: field('data') };
}
