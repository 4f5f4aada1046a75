import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idOf } from './text.ts';
import { webhookSettings } from './webhook-settings.ts';

/** What the webhook tells of; `webhook.test` only when an administrator asks for it. */
export const webhookEvents = ['entry.created', 'entry.updated', 'webhook.test'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** `waiting`: to be sent, perhaps again. `dead`: given up; an administrator may redeliver it. */
export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One try to deliver. Moments are epoch milliseconds. */
const attempt = z.object({
  number: z.int(),
  at: z.number(),
  durationMs: z.int(),
  /** The receiver's HTTP status; null where it gave none. */
  status: z.int().nullable(),
  /** Why it did not arrive, in a sentence; null where it did. */
  failure: z.string().nullable(),
});

const delivery = z.object({
  /** The same at every attempt, as `webhook-id`: by it a receiver knows a repeat. */
  id: z.uuid(),
  event: z.enum(webhookEvents),
  state: z.enum(deliveryStates),
  showId: z.uuid().nullable(),
  entryId: z.uuid().nullable(),
  createdAt: z.number(),
  /** When it is tried next; null unless it is waiting. */
  nextAttemptAt: z.number().nullable(),
  attempts: z.int(),
  lastAttempt: attempt.nullable(),
});
export type Delivery = z.output<typeof delivery>;

/** With each attempt's request and answer. Secrets and header values stand there as `[redacted]`. */
const deliveryDetail = delivery.extend({
  log: z.array(
    attempt.extend({
      method: z.string(),
      url: z.string(),
      headers: z.array(z.object({ name: z.string(), value: z.string() })),
      /** The body as it was sent; null for attempts that were not sent. */
      body: z.unknown(),
      /** The beginning of the receiver's answer. */
      answer: z.string(),
    }),
  ),
});
export type DeliveryDetail = z.output<typeof deliveryDetail>;

const params = z.object({ id: idOf('Delivery not found') });

export const testWebhook = endpoint({
  method: 'POST',
  path: '/api/webhook/test',
  access: 'admin',
  summary: 'Send a test message now, once, even while the webhook is off or paused',
  status: 202,
  response: delivery,
});

export const pauseWebhook = endpoint({
  method: 'POST',
  path: '/api/webhook/pause',
  access: 'admin',
  summary: 'Keep what happens for later and send nothing',
  response: webhookSettings,
});

export const resumeWebhook = endpoint({
  method: 'POST',
  path: '/api/webhook/resume',
  access: 'admin',
  summary: 'Send again, beginning with all that waits',
  response: webhookSettings,
});

export const listDeliveries = endpoint({
  method: 'GET',
  path: '/api/webhook/deliveries',
  access: 'admin',
  summary: 'What was and will be sent, newest first',
  query: z.strictObject({
    state: z.enum(deliveryStates).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ deliveries: z.array(delivery), nextCursor: z.string().nullable() }),
});

export const readDelivery = endpoint({
  method: 'GET',
  path: '/api/webhook/deliveries/:id',
  access: 'admin',
  summary: 'One delivery with the request and the answer of each attempt',
  params,
  response: deliveryDetail,
});

export const redeliver = endpoint({
  method: 'POST',
  path: '/api/webhook/deliveries/:id/redeliver',
  access: 'admin',
  summary: 'Send a delivery again, from its first attempt on',
  params,
  response: delivery,
});
