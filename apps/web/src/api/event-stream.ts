import { eventStreamPath, type LiveEvent } from '@monkey-tracker/contract/events';
import { type Presence, presenceEvent } from '@monkey-tracker/contract/presence';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { isProblem, problemOf } from './problem-error.ts';
import { reconnectPauseMs } from './reconnect-pause.ts';

/** The server says something at least every 5 s; after two silences and a bit the line is dead. */
const silenceMs = 12_000;

export type Connection = 'connecting' | 'live' | 'lost';

export interface Follower {
  token(): Promise<string>;
  renew(refused: string): Promise<string>;
  /** A change, in order, once. */
  changed(event: LiveEvent): void;
  /** Who is here, whenever that changes. */
  present(people: Presence[]): void;
  /** What was read before may have holes: read all anew. */
  unsure(): void;
  connection(state: Connection): void;
}

/** Follows the server's events until told to stop, through every loss of the line. */
export function followEvents(follower: Follower): () => void {
  const stopped = new AbortController();
  let lastSeen: string | undefined;
  let failures = 0;

  function hear({ event, id, data }: EventSourceMessage) {
    // The server's own words, made by the contract's encoder.
    if (event === 'change') follower.changed(JSON.parse(data) as LiveEvent);
    else if (event === presenceEvent) follower.present(JSON.parse(data) as Presence[]);
    else if (event === 'reset' || event === 'ready') follower.unsure();
    if (id !== undefined) lastSeen = id;
  }

  async function listen() {
    const silence = new AbortController();
    let watchdog = setTimeout(() => silence.abort(), silenceMs);
    try {
      const answer = await open(AbortSignal.any([stopped.signal, silence.signal]));
      follower.connection('live');
      failures = 0;
      const parser = createParser({ onEvent: hear });
      const decoder = new TextDecoder();
      for (const reader = answer.getReader(); ;) {
        const { done, value } = await reader.read();
        clearTimeout(watchdog);
        if (done) return;
        watchdog = setTimeout(() => silence.abort(), silenceMs);
        parser.feed(decoder.decode(value, { stream: true }));
      }
    } finally {
      clearTimeout(watchdog);
    }
  }

  async function open(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const token = await follower.token();
    const answer = await fetch(eventStreamPath, {
      signal,
      headers: {
        authorization: `Bearer ${token}`,
        ...(lastSeen !== undefined && { 'last-event-id': lastSeen }),
      },
    });
    if (answer.ok && answer.body) return answer.body;
    const refused = await problemOf(answer);
    if (isProblem(refused, { status: 401 })) await follower.renew(token);
    throw refused;
  }

  async function run() {
    follower.connection('connecting');
    while (!stopped.signal.aborted) {
      await listen().catch(() => undefined);
      if (stopped.signal.aborted) return;
      follower.connection('lost');
      await pause(reconnectPauseMs(failures++), stopped.signal);
    }
  }

  void run();
  return () => stopped.abort();
}

/** Waits, but not longer than until the browser says that the network is back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const waited = new AbortController();
    const end = () => {
      clearTimeout(timer);
      waited.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end, { signal: waited.signal });
    signal.addEventListener('abort', end, { signal: waited.signal });
  });
}
