import { updateConfig } from '@monkey-tracker/contract/config';
import { createEntry, type Entry } from '@monkey-tracker/contract/entries';
import { listDeliveries } from '@monkey-tracker/contract/webhook';
import type { WebhookChange } from '@monkey-tracker/contract/webhook-settings';
import { readAllowList } from '../../../platform/egress.rules.ts';
import { type Client, testApp, type TestApp } from '../../../testing/app.ts';
import { entrySample, makeShow } from '../../../testing/samples.ts';
import { deliverNext, type Outcome } from '../delivering.service.ts';
import { openReceiver } from './receiver.ts';

export const loopbackAllowed = { WEBHOOK_ALLOW_HOSTS: readAllowList('127.0.0.1') };

/** A server whose webhook is turned on and leads to a receiver of the test's own. */
export async function withWebhook(change: WebhookChange = {}, options: Parameters<typeof testApp>[0] = {}) {
  const receiver = await openReceiver();
  const server = await testApp({ environment: loopbackAllowed, ...options });
  const admin = await server.as('admin');
  const dispatcher = await server.as('dispatcher');
  const webhook = { url: receiver.url, enabled: true, ...change };
  const saved = await admin.call(updateConfig, { body: { webhook } });
  if (saved.status !== 200) throw new Error(`the webhook was refused: ${saved.problem.detail}`);
  const show = await makeShow(dispatcher, { crew: ['Alex', 'Zoë'], notes: 'wind, "gusts"' });
  return { server, admin, dispatcher, receiver, show };
}

/** One more entry of a show, by a pilot of its own. */
export async function logEntry(client: Client, showId: string, operator: string): Promise<Entry> {
  const made = await client.call(createEntry, { params: { id: showId }, body: entrySample({ operator }) });
  if (made.status !== 201) throw new Error(`the entry was refused: ${made.problem.detail}`);
  return made.body;
}

/** Sends all that is due at this server's clock, one after the other. */
export async function deliverDue({ app }: TestApp): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (;;) {
    const outcome = await deliverNext(app.database.db, app, new AbortController().signal);
    if (!outcome) return outcomes;
    outcomes.push(outcome);
  }
}

/** The same some time later, as far as the database's clock is concerned. */
export async function deliverLater(server: TestApp, clockOffset: string): Promise<Outcome[]> {
  return deliverDue(await testApp({ beside: server, clockOffset, environment: loopbackAllowed }));
}

export const deliveriesOf = async (admin: Client) =>
  (await admin.call(listDeliveries, { query: {} })).body.deliveries;
