import type { LiveEvent } from '@monkey-tracker/contract/events';
import type { Presence } from '@monkey-tracker/contract/presence';
import { type Connection, type Follower, followEvents } from './event-stream.ts';

const name = 'monkey-tracker.stream';

/** What the tab that holds the stream tells the others. */
type Word =
  | { changed: LiveEvent }
  | { present: Presence[] }
  | { connection: Connection }
  | { unsure: true }
  /** A tab that just came asks how things stand. */
  | { hello: true };

/**
 * Follows the server's events with one stream for all tabs of a browser, which has only six connections to a
 * server: one tab holds it and passes on what it hears, another takes over when that one is closed. Where a
 * browser offers no locks (plain http in a venue's network), each tab has a stream of its own.
 */
export function followTogether(
  follower: Follower,
  locks: LockManager | undefined = navigator.locks,
): () => void {
  if (locks === undefined) return followEvents(follower);
  const stopped = new AbortController();
  const channel = new BroadcastChannel(name);
  // A channel has no target: it never leaves this site.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const tell = (word: Word) => channel.postMessage(word);
  let holds = false;
  let connection: Connection = 'connecting';
  let people: Presence[] = [];

  const own: Follower = {
    ...follower,
    changed: (event) => {
      tell({ changed: event });
      follower.changed(event);
    },
    present: (present) => {
      people = present;
      tell({ present });
      follower.present(present);
    },
    unsure: () => {
      tell({ unsure: true });
      follower.unsure();
    },
    connection: (state) => {
      connection = state;
      tell({ connection: state });
      follower.connection(state);
    },
  };

  channel.addEventListener('message', ({ data: word }: MessageEvent<Word>) => {
    if ('hello' in word) {
      if (holds) tell({ connection });
      if (holds) tell({ present: people });
    } else if (holds) return;
    else if ('changed' in word) follower.changed(word.changed);
    else if ('present' in word) follower.present(word.present);
    else if ('unsure' in word) follower.unsure();
    else follower.connection(word.connection);
  });

  const hold = () => {
    holds = true;
    const end = followEvents(own);
    return new Promise<void>((release) => {
      stopped.signal.addEventListener('abort', () => {
        end();
        release();
      });
    });
  };
  locks.request(name, { signal: stopped.signal }, hold).catch(() => undefined);
  tell({ hello: true });
  // What happened before this tab began to listen is in no message.
  follower.unsure();
  return () => {
    stopped.abort();
    channel.close();
  };
}
