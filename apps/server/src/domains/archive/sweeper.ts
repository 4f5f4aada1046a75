import type { FastifyInstance } from 'fastify';
import { purgeExpired, sweepDue } from './sweep.service.ts';

/** How often an instance looks for shows whose time has come. Reads are right in between as well. */
const everyMs = 30_000;

/** Archives and purges by the clock, off every request's path, while the server runs. */
export function startSweeper(app: FastifyInstance): void {
  let running: Promise<void> = Promise.resolve();
  let closing = false;

  async function sweep() {
    try {
      // The purge first: it asks when the log last heard of a person, and must not be answered by the sweep.
      const purge = await app.database.use(purgeExpired);
      if (purge.stopped && purge.isNew) app.log.warn({ purge }, `[archive] purge stopped: ${purge.stopped}`);
      if (purge.purged > 0) app.log.info(purge, '[archive] purged snapshots past their retention');
      const archived = await app.database.use(sweepDue);
      if (archived > 0) app.log.info({ archived }, '[archive] archived shows whose time has come');
      if (archived + purge.purged > 0) app.feed.wake();
    } catch (error) {
      if (!closing) app.log.warn({ err: error }, '[archive] the sweep failed; it tries again');
    }
  }

  const timer = setInterval(() => {
    running = running.then(sweep);
  }, everyMs);
  app.addHook('onReady', async () => {
    running = sweep();
  });
  app.addHook('preClose', async () => {
    closing = true;
    clearInterval(timer);
    await running;
  });
}
