import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { deliverNext } from './delivering.service.ts';
import { catchUp, forgetSettled } from './queue.queries.ts';

/** How often an instance looks for deliveries that are due. */
const everyMs = 1_000;
const catchUpEveryMs = 60_000;
const forgetEveryMs = 3_600_000;
/** So many at once from one instance: a receiver is not to be flooded, and a hanging one holds up only its own lane. */
const lanes = 3;
/** A server that stops waits so long for what is being sent, then gives it back. */
const graceMs = 3_000;

/** Sends what falls due, off every request's path, while the server runs. */
export function startWorker(app: FastifyInstance): void {
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  let closing = false;
  let troubled = false;

  async function drain() {
    // oxlint-disable-next-line no-unmodified-loop-condition -- the closing server changes it
    while (!closing) {
      const outcome = await app.database.use((db) => deliverNext(db, app, stop.signal));
      if (!outcome) return;
      if (outcome.failure !== null) app.log.warn(outcome, '[webhook] a delivery failed');
    }
  }

  /** Once, not each second for as long as the database is away. */
  function tellTrouble(error: unknown) {
    if (!closing && !troubled) {
      app.log.warn({ err: error }, '[webhook] the queue could not be worked on; it tries again');
    }
    troubled = true;
  }

  function look() {
    if (closing || running.size >= lanes) return;
    const lane = drain()
      .then(() => void (troubled = false), tellTrouble)
      .finally(() => running.delete(lane));
    running.add(lane);
  }

  const timers = [
    setInterval(look, everyMs),
    setInterval(() => void app.database.use(catchUp).catch(tellTrouble), catchUpEveryMs),
    setInterval(() => {
      app.database.use(forgetSettled).catch((error: unknown) => {
        app.log.warn({ err: error }, '[webhook] old deliveries could not be forgotten; it tries again');
      });
    }, forgetEveryMs),
  ];
  app.addHook('preClose', async () => {
    closing = true;
    for (const timer of timers) clearInterval(timer);
    const grace = new AbortController();
    const ended = Promise.all(running).then(() => grace.abort());
    await pause(graceMs, undefined, { signal: grace.signal }).catch(() => {});
    stop.abort();
    await ended;
  });
}
