import { unwatchFile, watchFile } from 'node:fs';
import fp from 'fastify-plugin';
import { appConfigFile, readStoredConnection } from '../../platform/app-config.ts';
import type { AppOptions } from '../../platform/http.ts';
import { createMoves, type Moves } from './storage.service.ts';

/** How soon a server notices what another one that shares its folder has chosen. */
const lookEveryMs = 1_000;

/** Where the data lies can be changed while the server runs. */
export const storage = fp<AppOptions>(
  async (app, { sweep = true, resolve }) => {
    const { environment: settings, database, log } = app;
    const moves = createMoves({ database, settings, log, resolve });
    app.decorate('storage', moves);
    if (!sweep || settings.databaseSource === 'environment') return;

    const file = appConfigFile(settings.DATA_DIR);
    const follow = async () => {
      try {
        const wanted = readStoredConnection(settings.DATA_DIR, settings.databaseDefaults);
        if (wanted) await moves.follow(wanted);
      } catch (error) {
        log.warn({ err: error }, '[storage] the database named in app-config.json was not taken');
      }
    };
    watchFile(file, { interval: lookEveryMs, persistent: false }, () => void follow());
    app.addHook('preClose', async () => unwatchFile(file));
  },
  { name: 'storage', dependencies: ['database'] },
);

declare module 'fastify' {
  interface FastifyInstance {
    storage: Moves;
  }
}
