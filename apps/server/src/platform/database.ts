import { type Database, openDatabase } from '@monkey-tracker/db/client';
import fp from 'fastify-plugin';

/** One pool for the process, closed with the server. */
export const database = fp(
  async (app) => {
    const opened = openDatabase(app.environment.database, app.log);
    app.decorate('database', opened);
    app.addHook('onClose', () => opened.close());
  },
  { name: 'database' },
);

declare module 'fastify' {
  interface FastifyInstance {
    database: Database;
  }
}
