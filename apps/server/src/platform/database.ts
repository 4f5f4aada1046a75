import { type Db, openDatabase } from '@monkey-tracker/db/client';
import { exchangeable, type ExchangeableDatabase } from '@monkey-tracker/db/exchangeable';
import fp from 'fastify-plugin';
import { Problem } from './problem.ts';

/** So many may wait for each connection that there may be: whoever came behind them would wait for seconds, and is told so at once. */
const mostWaiting = 10;

const overloaded = () =>
  new Problem(503, 'server.busy', 'The server has too much to do. Try again in a moment.', {
    retryAfterSec: 1,
  });

/**
 * One pool for the process, closed with the server. A request ends on the pool that it began with, `request.db`,
 * also where an administrator exchanges the storage meanwhile; what runs beside requests takes `database.use`.
 */
export const database = fp(
  async (app) => {
    const opened = exchangeable(openDatabase(app.environment.database, app.log));
    app.decorate('database', opened);
    app.decorateRequest('db');
    app.addHook('onRequest', (request, reply, done) => {
      const { waiting, max } = opened.stats();
      // What nobody must sign in for goes through: whether the server lives, the pages, and the door, whose hashes are counted already.
      if (waiting >= max * mostWaiting && request.routeOptions.config.access !== 'public')
        return done(overloaded());
      const { db, release } = opened.hold();
      request.db = db;
      reply.raw.once('close', release);
      done();
    });
    app.addHook('onClose', () => opened.close());
  },
  { name: 'database' },
);

declare module 'fastify' {
  interface FastifyInstance {
    database: ExchangeableDatabase;
  }
  interface FastifyRequest {
    db: Db;
  }
}
