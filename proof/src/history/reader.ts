import { createParser, type Message } from '../sse.ts';

interface Options {
  /** Called with each change, in the order in which they come. */
  hear(change: Message): void;
  /** How long the reader waits before it comes back, in milliseconds. */
  comeBackMs?: () => number;
}

/** One reader of the live stream, who comes back where they were whenever the line breaks. */
export function follow(url: () => string, token: string, { hear, comeBackMs = () => 20 }: Options) {
  let from: number | undefined;
  let last: string | undefined;
  let over = false;
  let isOpen = false;
  let line = new AbortController();

  async function listen(): Promise<void> {
    line = new AbortController();
    const answer = await fetch(`${url()}/api/events`, {
      signal: line.signal,
      headers: { authorization: `Bearer ${token}`, ...(last !== undefined && { 'last-event-id': last }) },
    });
    const parse = createParser((message) => {
      if (message.id === '') return;
      last = message.id;
      if (message.event === 'ready') from ??= Number(message.id);
      if (message.event === 'change') hear(message);
    });
    isOpen = answer.ok;
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) parse(text);
  }

  const following = (async () => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- stop() changes it
    while (!over) {
      await listen().catch(() => undefined);
      isOpen = false;
      if (!over) await new Promise((resolve) => setTimeout(resolve, comeBackMs()));
    }
  })();
  return {
    /** Breaks the line; the reader comes back by itself. */
    drop: () => line.abort(),
    isOpen: () => isOpen,
    isListening: () => from !== undefined,
    lastSeen: () => Number(last ?? 0),
    /** @returns the change after which it began to hear */
    async stop(): Promise<number> {
      over = true;
      line.abort();
      await following;
      return from ?? 0;
    },
  };
}
export type Reader = ReturnType<typeof follow>;
