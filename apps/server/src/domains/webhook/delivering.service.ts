import type { Db } from '@monkey-tracker/db/client';
import { inUnit } from '../../platform/change.ts';
import type { Egress } from '../../platform/egress.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { messageOf } from './message.ts';
import * as queue from './queue.queries.ts';
import { pauseAfter, readRetryAfter } from '../../platform/retry-schedule.ts';
import { type Reply, send, Stopped } from './send.ts';
import { opened } from './secrets.ts';
import * as settings from './settings.queries.ts';
import { pauseWebhook } from './settings.service.ts';
import { headersOf, redactedHeaders, redactText } from './signature.ts';

const system = { actorId: null, requestId: null };
/** As much of an answer as the log keeps, in characters. */
const answerLength = 1_000;

/** What came of one attempt, for the server's own log. */
export interface Outcome {
  delivery: string;
  attempt: number;
  status: number | null;
  failure: string | null;
  givenUp: boolean;
}

/**
 * Takes one delivery that is due, sends it outside of any transaction, and notes what came of it.
 * @param stop ends the attempt; the delivery is then given back, untouched.
 * @returns undefined where nothing was due or the attempt was stopped.
 */
export async function deliverNext(
  db: Db,
  { egress, sealer }: { egress: Egress; sealer: Sealer },
  stop: AbortSignal,
): Promise<Outcome | undefined> {
  const job = await queue.claim(db);
  if (!job) return undefined;
  try {
    const row = opened(sealer, await settings.read(db));
    if (row === undefined) {
      await inUnit(db, system, (unit) => pauseWebhook(unit, unreadable));
      await queue.giveBack(db, job);
      return undefined;
    }
    const at = new Date(job.now);
    const { url, method } = row;
    const body = JSON.stringify(messageOf(job.content, { event: job.event, at, url, method }));
    const headers = headersOf(row, { id: job.id, at, body });
    const started = performance.now();
    const reply = await send(egress, { url, method, headers, body }, stop);
    const durationMs = Math.round(performance.now() - started);
    return await note(db, job, reply, {
      at,
      durationMs,
      method,
      url,
      headers: redactedHeaders(headers, row),
      status: reply.status,
      failure: reply.failure,
      answer: redactText(reply.answer, row).slice(0, answerLength).toWellFormed(),
    });
  } catch (error) {
    await queue.giveBack(db, job);
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}

const unreadable =
  'Its secret cannot be read, because PASSWORD_PEPPER is another one. Enter the secret again.';

/** The attempt, the fate of the delivery and what the receiver asked for commit together. */
async function note(
  db: Db,
  job: queue.Job,
  reply: Reply,
  attempt: Parameters<typeof queue.noteAttempt>[2],
): Promise<Outcome> {
  return inUnit(db, system, async (unit) => {
    const { status, failure } = attempt;
    const outcome = {
      delivery: job.id,
      attempt: job.attempts + 1,
      status: status ?? null,
      failure: failure ?? null,
    };
    // After its lease somebody else sends it, and tells of it.
    if (!(await queue.lockLeased(unit.db, job))) return { ...outcome, givenUp: false };
    await queue.noteAttempt(unit.db, job, attempt);
    const fate = fateOf(job, reply);
    await queue.settle(unit.db, job, fate);
    if (job.event !== 'webhook.test') await heed(unit, reply, new Date(job.now));
    return { ...outcome, givenUp: fate === 'dead' };
  });
}

/** A test is sent once; everything else by the schedule. */
function fateOf(job: queue.Job, { failure, retryAfter }: Reply): Parameters<typeof queue.settle>[2] {
  if (failure === null) return 'delivered';
  if (job.event === 'webhook.test') return 'dead';
  const waitSec = pauseAfter(job.failures + 1, readRetryAfter(retryAfter, new Date(job.now)));
  return waitSec === undefined ? 'dead' : { waitSec };
}

/** What a receiver says to all deliveries, not only to this one. */
async function heed(unit: Parameters<typeof pauseWebhook>[0], { status, retryAfter }: Reply, now: Date) {
  if (status === 410) await pauseWebhook(unit, 'The receiver answered 410 Gone: it wants no more messages.');
  const silenceSec = readRetryAfter(retryAfter, now);
  if (silenceSec !== undefined && (status === 429 || status === 503))
    await settings.hold(unit.db, silenceSec);
}
