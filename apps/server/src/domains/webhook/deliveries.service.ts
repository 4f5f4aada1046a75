import type { Answer, Received } from '@monkey-tracker/contract/endpoint';
import type {
  Delivery,
  DeliveryDetail,
  listDeliveries as listEndpoint,
} from '@monkey-tracker/contract/webhook';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import * as queries from './deliveries.queries.ts';
import { messageOf } from './message.ts';
import * as settings from './settings.queries.ts';
import { testContent } from './test-content.ts';
import { addressMissing, cursorUnknown, deliveryNotFound } from './webhook.errors.ts';

/** A page of deliveries, newest first; `nextCursor` leads to older ones. */
export async function listDeliveries(
  db: Db,
  { state, cursor, limit }: Received<typeof listEndpoint>['query'],
): Promise<Answer<typeof listEndpoint>> {
  const found = await queries.list(db, { state, before: decode(cursor), limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    deliveries: page.map(({ delivery }) => delivery),
    nextCursor: found.length > limit && last ? encode(last.seq) : null,
  };
}

/** One delivery and the log of its attempts, each with the body as it was sent. */
export async function readDelivery(db: Db, id: string): Promise<DeliveryDetail> {
  const delivery = await findDelivery(db, id);
  const content = await queries.contentOf(db, id);
  if (!content) throw deliveryNotFound();
  const log = await queries.attemptsOf(db, id);
  return {
    ...delivery,
    log: log.map((attempt) => ({
      ...attempt,
      body: messageOf(content, { ...attempt, event: delivery.event, at: new Date(attempt.at) }),
    })),
  };
}

/** Queues a message about a show that never was; it is sent once, whatever is paused. */
export async function testWebhook({ db, record }: Unit): Promise<Delivery> {
  const { url } = await settings.read(db);
  if (url === '') throw addressMissing();
  const id = await queries.insertTest(db, testContent);
  record({ type: 'webhook.tested', subjectId: id });
  return findDelivery(db, id);
}

export async function redeliver({ db, record }: Unit, id: string): Promise<Delivery> {
  const before = await findDelivery(db, id);
  await queries.requeue(db, id);
  const { state, attempts } = before;
  record({ type: 'webhook.redelivered', subjectId: id, showId: before.showId, before: { state, attempts } });
  return findDelivery(db, id);
}

async function findDelivery(db: Db, id: string): Promise<Delivery> {
  const delivery = await queries.find(db, id);
  if (!delivery) throw deliveryNotFound();
  return delivery;
}

const encode = (seq: number) => Buffer.from(`delivery ${seq}`).toString('base64url');

function decode(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const seq = /^delivery (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (seq === undefined) throw cursorUnknown();
  return Number(seq);
}
