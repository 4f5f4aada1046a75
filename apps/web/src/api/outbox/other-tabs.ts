import type { Change } from './change.ts';

/** What the tabs of one browser tell each other about the changes that they share. */
export type TabWord<M> =
  | { put: Change<M> }
  | { removed: Pick<Change<M>, 'id' | 'key'> }
  | { sending: string | undefined }
  | { done: Change<M>; answer: unknown };

export interface OtherTabs<M> {
  tell(word: TabWord<M>): void;
  hear(listener: (word: TabWord<M>) => void): void;
}

export function otherTabs<M>(): OtherTabs<M> {
  const channel = new BroadcastChannel('monkey-tracker.outbox');
  return {
    // A channel has no target: it never leaves this site.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tell: (word) => channel.postMessage(word),
    hear(listener) {
      // Only tabs of this same site can speak here.
      channel.addEventListener('message', ({ data }: MessageEvent<TabWord<M>>) => listener(data));
    },
  };
}
