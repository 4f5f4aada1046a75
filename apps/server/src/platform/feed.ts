import type { LiveEvent } from '@monkey-tracker/contract/events';
import type { Db } from '@monkey-tracker/db/client';
import fp from 'fastify-plugin';
import { headOf, readEventsAfter } from './feed.queries.ts';

/** Called with each event once, in order; `encoded` is its JSON, made once for all listeners. */
export type Listener = (event: LiveEvent, encoded: string) => void;

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

/** Follows the log for all streams of this process: one reader, however many listen. */
export const feed = fp(
  async (app) => {
    const listeners = new Set<Listener>();
    let cursor: number | undefined;
    /** The database whose numbers the cursor counts; another one begins its own. */
    let counted: Db | undefined;
    let reading: Promise<void> | undefined;
    let again = false;

    async function follow(db: Db) {
      if (counted !== db) cursor = undefined;
      counted = db;
      let last = cursor ?? (await headOf(db));
      cursor = last;
      for (;;) {
        const events = await readEventsAfter(db, last, batch);
        for (const event of events) {
          const encoded = JSON.stringify(event);
          last = event.seq;
          cursor = last;
          for (const listener of listeners) listener(event, encoded);
        }
        if (events.length < batch) return;
      }
    }

    function wake(): Promise<void> {
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
            void wake();
          }
        });
      return reading;
    }

    const beat = setInterval(() => listeners.size > 0 && void wake(), beatMs);
    app.addHook('onClose', async () => {
      clearInterval(beat);
      again = false;
      await reading;
    });

    app.decorate('feed', {
      wake: () => void (listeners.size > 0 && wake()),
      listeners: () => listeners.size,
      async listen(listener) {
        // Nobody listened for a while: what happened meanwhile is not news.
        if (listeners.size === 0 && !reading) cursor = undefined;
        await wake();
        // What was being read may have been the log of a database that was exchanged meanwhile.
        if (counted !== app.database.db) await wake();
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
