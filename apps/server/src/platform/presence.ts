import fp from 'fastify-plugin';
import { readPresences, sweepPresences } from './presence.queries.ts';

/** Called with everybody who is here, as JSON, made once for all listeners. */
type Listener = (encoded: string) => void;

interface PresenceBoard {
  /** Somebody came, went or moved here: look in a moment instead of at the next beat. */
  wake(): void;
  /** Hears who is here, now and whenever it changes. */
  listen(listener: Listener): () => void;
}

/** What other instances' people do is found at this beat. */
const beatMs = 1_000;
/** Many who come at once are told of together. */
const gatherMs = 50;

/** Knows who is here, for all streams of this process. Nothing of it is a change of the log. */
export const presence = fp(
  async (app) => {
    const listeners = new Set<Listener>();
    let told = '[]';
    let gathering: NodeJS.Timeout | undefined;
    let looking: Promise<void> | undefined;

    async function look() {
      const encoded = JSON.stringify(await app.database.use(readPresences));
      if (encoded === told) return;
      told = encoded;
      for (const listener of listeners) listener(encoded);
    }

    function lookOnce() {
      looking ??= look()
        .catch((error: unknown) => app.log.debug({ err: error }, 'who is here could not be read'))
        .finally(() => (looking = undefined));
      return looking;
    }

    const beat = setInterval(() => listeners.size > 0 && void lookOnce(), beatMs);
    const sweep = setInterval(
      () => void app.database.use(sweepPresences).catch(() => undefined),
      60 * beatMs,
    );
    app.addHook('onClose', async () => {
      clearInterval(beat);
      clearInterval(sweep);
      clearTimeout(gathering);
      await looking;
    });

    app.decorate('presence', {
      wake() {
        if (listeners.size === 0) return;
        gathering ??= setTimeout(() => {
          gathering = undefined;
          void lookOnce();
        }, gatherMs);
      },
      listen(listener) {
        listeners.add(listener);
        listener(told);
        // Nobody looked while nobody listened.
        void lookOnce();
        return () => void listeners.delete(listener);
      },
    } satisfies PresenceBoard);
  },
  { name: 'presence', dependencies: ['database'] },
);

declare module 'fastify' {
  interface FastifyInstance {
    presence: PresenceBoard;
  }
}
