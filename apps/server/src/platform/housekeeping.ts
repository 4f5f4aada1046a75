import fp from 'fastify-plugin';
import type { AppOptions } from './http.ts';
import { forgetOldAnswers } from './idempotency.ts';

const everyMs = 3_600_000;

/** What has to be forgotten from time to time, by whichever instance comes first. */
export const housekeeping = fp<AppOptions>(
  async (app, { sweep = true }) => {
    if (!sweep) return;
    let running = Promise.resolve();
    const timer = setInterval(() => {
      running = app.database.use(forgetOldAnswers).catch((error: unknown) => {
        app.log.warn({ err: error }, 'housekeeping failed; it tries again');
      });
    }, everyMs);
    app.addHook('preClose', async () => {
      clearInterval(timer);
      await running;
    });
  },
  { name: 'housekeeping', dependencies: ['database'] },
);
