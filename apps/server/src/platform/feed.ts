import { setImmediate } from 'node:timers/promises';
import type { LiveEvent } from '@monkey-tracker/contract/events';
import type { Db } from '@monkey-tracker/db/client';
import fp from 'fastify-plugin';
import { headOf, readEventsAfter } from './feed.queries.ts';

/** Called with each event once, in order; those that were read together come together, in one list for all listeners. */
export type Listener = (events: readonly LiveEvent[]) => void;

export interface Feed {
  /** Something was committed here: look now instead of at the next beat. */
  wake(): void;
  /** Hears every event after the number it returns. */
  listen(listener: Listener): Promise<{ from: number; stop(): void }>;
  listeners(): number;
}

/** Other instances' commits are found at this beat; our own wake the feed at once. */
const beatMs = 250;
const batch = 500;
/**
 * After each telling there is a pause: the more was told of, and the longer that took, the longer, so that many changes
 * go out together and those who write are served first, however many listen. A change that comes alone is told at once.
 */
const shortestPauseMs = 40;
const longestPauseMs = 250;
const pauseForTelling = 6;
const pauseForEventMs = 10;

/** Follows the log for all streams of this process: one reader, however many listen. */
export const feed = fp(
  async (app) => {
    const listeners = new Set<Listener>();
    let cursor: number | undefined;
    /** The database whose numbers the cursor counts; another one begins its own. */
    let counted: Db | undefined;
    let reading: Promise<void> | undefined;
    let again = false;
    let pauseUntil = 0;
    let pausing: NodeJS.Timeout | undefined;

    async function tell(events: readonly LiveEvent[]) {
      const began = performance.now();
      for (const listener of listeners) listener(events);
      // What was written leaves the process when this turn of the event loop ends: that is most of the work.
      await setImmediate();
      const took = performance.now() - began;
      const deserved = Math.max(pauseForTelling * took, pauseForEventMs * events.length, shortestPauseMs);
      pauseUntil = performance.now() + Math.min(deserved, longestPauseMs);
    }

    async function follow(db: Db) {
      if (counted !== db) cursor = undefined;
      counted = db;
      let last = cursor ?? (await headOf(db));
      cursor = last;
      for (;;) {
        const events = await readEventsAfter(db, last, batch);
        last = events.at(-1)?.seq ?? last;
        cursor = last;
        if (events.length > 0) await tell(events);
        if (events.length < batch) return;
      }
    }

    function wake(): void {
      if (pausing) return;
      const pauseMs = pauseUntil - performance.now();
      if (pauseMs <= 0) return void look();
      pausing = setTimeout(() => {
        pausing = undefined;
        void look();
      }, pauseMs);
    }

    function look(): Promise<void> {
      if (reading) {
        again = true;
        return reading;
      }
      reading = app.database
        .use((db) => follow(db))
        .catch((error: unknown) =>
          app.log.warn({ err: error }, 'the event feed could not read; it tries again'),
        )
        .finally(() => {
          reading = undefined;
          if (again) {
            again = false;
            wake();
          }
        });
      return reading;
    }

    const beat = setInterval(() => listeners.size > 0 && wake(), beatMs);
    app.addHook('onClose', async () => {
      clearInterval(beat);
      clearTimeout(pausing);
      again = false;
      await reading;
    });

    app.decorate('feed', {
      wake: () => void (listeners.size > 0 && wake()),
      listeners: () => listeners.size,
      async listen(listener) {
        // Nobody listened for a while: what happened meanwhile is not news.
        if (listeners.size === 0 && !reading) cursor = undefined;
        await look();
        // What was being read may have been the log of a database that was exchanged meanwhile.
        if (counted !== app.database.db) await look();
        const from = cursor ?? (cursor = await app.database.use(headOf));
        listeners.add(listener);
        return { from, stop: () => void listeners.delete(listener) };
      },
    } satisfies Feed);
  },
  { name: 'feed', dependencies: ['database'] },
);

declare module 'fastify' {
  interface FastifyInstance {
    feed: Feed;
  }
}
