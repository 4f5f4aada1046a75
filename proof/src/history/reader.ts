import { createParser } from './sse.ts';

/** One reader of the live stream, who comes back where they were whenever the line breaks. */
export function follow(url: () => string, token: string) {
  const seen: number[] = [];
  let from: number | undefined;
  let last: string | undefined;
  let over = false;
  let line = new AbortController();

  async function listen(): Promise<void> {
    line = new AbortController();
    const answer = await fetch(`${url()}/api/events`, {
      signal: line.signal,
      headers: { authorization: `Bearer ${token}`, ...(last !== undefined && { 'last-event-id': last }) },
    });
    const parse = createParser(({ event, id }) => {
      if (id === '') return;
      last = id;
      if (event === 'ready') from ??= Number(id);
      if (event === 'change') seen.push(Number(id));
    });
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) parse(text);
  }

  const following = (async () => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- stop() changes it
    while (!over) {
      await listen().catch(() => undefined);
      if (!over) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return {
    /** Breaks the line; the reader comes back by itself. */
    drop: () => line.abort(),
    isListening: () => from !== undefined,
    lastSeen: () => Number(last ?? 0),
    async stop(): Promise<{ from: number; seen: number[] }> {
      over = true;
      line.abort();
      await following;
      return { from: from ?? 0, seen };
    },
  };
}
export type Reader = ReturnType<typeof follow>;
