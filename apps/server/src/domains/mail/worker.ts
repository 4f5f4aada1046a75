import type { FastifyInstance } from 'fastify';
import { catchUp, forgetSettled } from './mail.queries.ts';
import { sendNext } from './mail.service.ts';
import type { Mailer } from './mailer.ts';

const everyMs = 1_000;
const catchUpEveryMs = 60_000;
const forgetEveryMs = 3_600_000;

/** Sends mail as it falls due, off every request's path, while the server runs. */
export function startWorker(app: FastifyInstance, mailer: Mailer): void {
  const { sealer } = app;
  let running: Promise<void> | undefined;
  let closing = false;

  async function drain() {
    // oxlint-disable-next-line no-unmodified-loop-condition -- the closing server changes it
    while (!closing) {
      const outcome = await app.database.use((db) => sendNext(db, { mailer, sealer }));
      if (!outcome) return;
      if (outcome.failure !== null) app.log.warn(outcome, '[mail] a mail was not taken');
    }
  }

  const trouble = (error: unknown) => {
    if (!closing) app.log.debug({ err: error }, '[mail] the queue could not be worked on; it tries again');
  };
  const timers = [
    setInterval(() => {
      running ??= drain()
        .catch(trouble)
        .finally(() => (running = undefined));
    }, everyMs),
    setInterval(() => void app.database.use(catchUp).catch(trouble), catchUpEveryMs),
    setInterval(() => void app.database.use(forgetSettled).catch(trouble), forgetEveryMs),
  ];
  app.addHook('preClose', async () => {
    closing = true;
    for (const timer of timers) clearInterval(timer);
    mailer.close();
    await running;
  });
}
