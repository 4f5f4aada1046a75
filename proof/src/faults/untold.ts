import { setTimeout as pause } from 'node:timers/promises';
import type { LogEvent } from '../history/record.ts';
import type { FaultyVenue } from './venue.ts';

interface Delivery {
  id: string;
  eventSeq: string;
  state: string;
}

const patienceMs = 300_000;

/**
 * What the receiver of the webhook should have been told and was not, when all faults are over. The pauses between
 * attempts are not waited for: what waits is due at once.
 */
export async function untold(
  { database, receiver }: FaultyVenue,
  log: readonly LogEvent[],
): Promise<string[]> {
  await database.query(
    `update webhook_deliveries set next_attempt_at = server_clock() where state = 'waiting'`,
  );
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(200)) {
    const waiting = await database.query(`select from webhook_deliveries where state = 'waiting' limit 1`);
    if (waiting.length === 0) break;
  }
  const deliveries = (await database.query(
    `select id, event_seq as "eventSeq", state from webhook_deliveries`,
  )) as Delivery[];
  const queued = new Set(deliveries.map(({ eventSeq }) => Number(eventSeq)));
  const due = log.filter(({ type }) => type === 'entry.created' || type === 'entry.updated');
  return [
    ...due.filter(({ seq }) => !queued.has(seq)).map(({ seq }) => `webhook: change ${seq} was not queued`),
    ...deliveries
      .filter(({ id, state }) => state !== 'delivered' || !receiver.taken.has(id))
      .map(
        ({ id, eventSeq, state }) =>
          `webhook: delivery ${id} of change ${eventSeq} is ${state}, and never arrived`,
      ),
  ];
}
