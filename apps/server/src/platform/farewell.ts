import { setTimeout as pause } from 'node:timers/promises';
import fp from 'fastify-plugin';

const lookEveryMs = 50;

/**
 * Lets the server end as soon as it has answered everybody. Browsers open connections ahead of time: one that was never
 * asked anything counts neither as idle nor as busy, and nobody would ever close it.
 */
export const farewell = fp(
  async (app) => {
    let underWay = 0;
    let leaving = false;
    app.decorate('farewell', {
      isLeaving: () => leaving,
      async announce() {
        leaving = true;
        await pause(app.environment.LEAVE_MS);
      },
    });
    app.addHook('onRequest', (_request, reply, done) => {
      underWay += 1;
      reply.raw.once('close', () => (underWay -= 1));
      done();
    });
    app.addHook('preClose', async () => {
      if (!app.server.listening) return;
      const timer = setInterval(() => {
        if (underWay === 0) app.server.closeAllConnections();
      }, lookEveryMs);
      app.server.once('close', () => clearInterval(timer));
    });
  },
  { name: 'farewell' },
);

declare module 'fastify' {
  interface FastifyInstance {
    farewell: {
      isLeaving(): boolean;
      /** From here on `/readyz` says no, while everything is still answered, until balancers have seen it. */
      announce(): Promise<void>;
    };
  }
}
