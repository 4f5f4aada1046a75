import { updateEntry } from '@monkey-tracker/contract/entries';
import { exportColumns } from '@monkey-tracker/contract/export-columns';
import { health } from '@monkey-tracker/contract/health';
import { readDelivery, redeliver, resumeWebhook, testWebhook } from '@monkey-tracker/contract/webhook';
import { sql } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../testing/app.ts';
import { pausesSec } from '../../platform/retry-schedule.ts';
import { send } from './send.ts';
import { openReceiver, silence, status } from './testing/receiver.ts';
import { deliverDue, deliverLater, deliveriesOf, logEntry, withWebhook } from './testing/webhook.ts';

const secret = 'a-secret-of-the-receiver';
const backlogOf = async (admin: Client) => (await admin.call(health, {})).body.details?.webhook;

describe('what a receiver gets', () => {
  it('is the body of version 2, to the letter', async () => {
    const { server, dispatcher, receiver, show } = await withWebhook();
    const made = await logEntry(dispatcher, show.id, 'Zoë');
    const change = {
      status: 'Abort' as const,
      primaryIssue: 'Battery' as const,
      severity: 'Minor contained' as const,
      actions: ['Reboot' as const, 'Swap battery' as const],
      delaySec: 0,
      notes: 'said "no",\nthen left',
    };
    const { body: entry } = await dispatcher.call(updateEntry, {
      params: { id: show.id, entryId: made.id },
      body: change,
    });
    await deliverDue(server);
    const [created, updated] = receiver.received.map(({ text }) => JSON.parse(text));
    expect(created).toMatchObject({ event: 'entry.created', entry: made });
    const { id, label, date, time, crew } = show;
    expect(updated).toEqual({
      event: 'entry.updated',
      schemaVersion: 2,
      dispatchedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/),
      target: { url: receiver.url, method: 'POST' },
      table: {
        columns: exportColumns,
        row: [
          id,
          date,
          time,
          label,
          'Alex|Zoë',
          show.leadPilot,
          show.monkeyLead,
          'wind, "gusts"',
          entry.id,
          'D1',
          'Yes',
          'Yes',
          'Abort',
          'Battery',
          '',
          '',
          'Minor contained',
          '',
          'Reboot|Swap battery',
          'Zoë',
          '',
          0,
          '',
          'said "no",\nthen left',
        ],
      },
      csv: {
        header: exportColumns,
        row:
          `${id},${date},${time},${label},Alex|Zoë,${show.leadPilot},${show.monkeyLead},"wind, ""gusts""",` +
          `${entry.id},D1,Yes,Yes,Abort,Battery,,,Minor contained,,Reboot|Swap battery,Zoë,,0,,"said ""no"",\nthen left"`,
      },
      show: { id, label, date, time, crew },
      entry,
    });
  });

  it('carries the secret, the configured headers and a signature that verifies', async () => {
    const headers = [{ name: 'X-Venue', value: 'north' }];
    const { server, dispatcher, receiver, show } = await withWebhook({ secret, headers, method: 'PUT' });
    await logEntry(dispatcher, show.id, 'Alex');
    await deliverDue(server);
    const [request] = await receiver.take(1);
    expect(request).toMatchObject({
      method: 'PUT',
      path: '/hook',
      headers: { 'content-type': 'application/json', 'x-drone-webhook-secret': secret, 'x-venue': 'north' },
    });
    const verifier = new Webhook(secret, { format: 'raw' });
    expect(verifier.verify(request?.text ?? '', request?.headers ?? {})).toMatchObject({ schemaVersion: 2 });
    expect(() => verifier.verify(`${request?.text} `, request?.headers ?? {})).toThrow(
      'No matching signature',
    );
  });

  it('comes once more under the same id where it failed, and in order for one entry', async () => {
    const { server, dispatcher, receiver, show } = await withWebhook();
    receiver.answers(status(500));
    const entry = await logEntry(dispatcher, show.id, 'Alex');
    await dispatcher.call(updateEntry, { params: { id: show.id, entryId: entry.id }, body: { notes: 'n' } });
    await logEntry(dispatcher, show.id, 'Nick');
    expect(await deliverDue(server)).toMatchObject([
      { failure: 'The receiver answered 500.' },
      { status: 500 },
    ]);
    receiver.answers(status(200));
    await deliverLater(server, '1 minute');
    const told = receiver.received.map(({ text, headers }) => {
      const { event, entry } = JSON.parse(text);
      return { id: headers['webhook-id'], says: `${event} ${entry.operator}` };
    });
    const says = told.map((one) => one.says);
    expect(says.filter((one) => one.endsWith('Alex'))).toEqual([
      'entry.created Alex',
      'entry.created Alex',
      'entry.updated Alex',
    ]);
    expect(new Set(told.filter((one) => one.says === 'entry.created Alex').map(({ id }) => id)).size).toBe(1);
  });
});

describe('a receiver that fails', () => {
  it('and comes back after a day gets everything', async () => {
    const { server, admin, dispatcher, receiver, show } = await withWebhook();
    receiver.answers(status(503));
    const entry = await logEntry(dispatcher, show.id, 'Alex');
    let passed = 0;
    for (const pause of pausesSec) {
      await deliverLater(server, `${passed} seconds`);
      passed += pause * 1.2 + 1;
    }
    expect(passed).toBeGreaterThan(24 * 3_600);
    expect(receiver.received).toHaveLength(pausesSec.length);
    expect(await backlogOf(admin)).toMatchObject({
      waiting: 1,
      dead: 0,
      lastFailure: 'The receiver answered 503.',
    });
    receiver.answers(status(204));
    await deliverLater(server, `${passed} seconds`);
    expect(JSON.parse(receiver.received.at(-1)?.text ?? '').entry).toEqual(entry);
    expect(await deliveriesOf(admin)).toMatchObject([{ state: 'delivered', attempts: 11 }]);
    expect(await backlogOf(admin)).toMatchObject({ waiting: 0, oldestWaitingAt: null });
  });

  it('for longer gets it no more until an administrator redelivers it', async () => {
    const { server, admin, dispatcher, receiver, show } = await withWebhook();
    receiver.answers(status(404));
    await logEntry(dispatcher, show.id, 'Alex');
    await server.app.database.db.execute(sql`update webhook_deliveries set failures = 10`);
    expect(await deliverDue(server)).toMatchObject([{ givenUp: true }]);
    expect(await deliverLater(server, '40 days')).toEqual([]);
    const [dead] = await deliveriesOf(admin);
    expect(dead).toMatchObject({ state: 'dead', nextAttemptAt: null });
    expect(await backlogOf(admin)).toMatchObject({ waiting: 0, dead: 1 });
    receiver.answers(status(200, {}, 'thank you'));
    const again = await admin.call(redeliver, { params: { id: dead?.id ?? '' } });
    expect(again.body).toMatchObject({ state: 'waiting', attempts: 1 });
    await deliverDue(server);
    const { body } = await admin.call(readDelivery, { params: { id: dead?.id ?? '' } });
    expect(body).toMatchObject({
      state: 'delivered',
      log: [
        { number: 1, status: 404, failure: 'The receiver answered 404.' },
        { number: 2, status: 200, failure: null, answer: 'thank you', method: 'POST', url: receiver.url },
      ],
    });
    expect(body.log[1]?.body).toEqual(JSON.parse(receiver.received[1]?.text ?? ''));
  });

  it('by redirecting is not followed', async () => {
    const { server, dispatcher, receiver, show } = await withWebhook();
    const elsewhere = await openReceiver();
    receiver.answers(status(307, { location: elsewhere.url }));
    await logEntry(dispatcher, show.id, 'Alex');
    expect(await deliverDue(server)).toMatchObject([
      { status: 307, failure: expect.stringMatching(/redirects are not followed/) },
    ]);
    expect(elsewhere.received).toEqual([]);
  });

  it('with 410 is left alone, the log says so, and what waits goes out on resuming', async () => {
    const { server, admin, dispatcher, receiver, show } = await withWebhook();
    receiver.answers(status(410));
    await logEntry(dispatcher, show.id, 'Alex');
    await logEntry(dispatcher, show.id, 'Nick');
    expect(await deliverDue(server)).toHaveLength(1);
    expect(await backlogOf(admin)).toMatchObject({
      waiting: 2,
      pausedReason: expect.stringMatching(/410 Gone/),
    });
    expect(await deliverLater(server, '2 days')).toEqual([]);
    receiver.answers(status(200));
    expect((await admin.call(resumeWebhook, {})).body).toMatchObject({ paused: false });
    expect(await deliverDue(server)).toHaveLength(2);
    const { rows } = await server.app.database.db.execute(
      sql`select type, actor_id is null as by_itself from events where type like 'webhook.%' order by seq`,
    );
    expect(rows).toEqual([
      { type: 'webhook.updated', by_itself: false },
      { type: 'webhook.paused', by_itself: true },
      { type: 'webhook.resumed', by_itself: false },
    ]);
  });

  it('with 429 and Retry-After is left in peace for so long, by all deliveries', async () => {
    const { server, dispatcher, receiver, show } = await withWebhook();
    receiver.answers(status(429, { 'retry-after': '600' }));
    await logEntry(dispatcher, show.id, 'Alex');
    await logEntry(dispatcher, show.id, 'Nick');
    expect(await deliverDue(server)).toHaveLength(1);
    expect(await deliverLater(server, '9 minutes')).toEqual([]);
    receiver.answers(status(200));
    expect(await deliverLater(server, '10 minutes 2 seconds')).toHaveLength(2);
  });

  it('by hanging is cut off', async () => {
    const { server } = await withWebhook();
    const receiver = await openReceiver();
    receiver.answers(silence);
    const message = { url: receiver.url, method: 'POST', headers: [], body: '{}' };
    const never = new AbortController().signal;
    expect(await send(server.app.egress, message, never, 100)).toMatchObject({
      status: null,
      failure: 'The receiver did not answer within 0.1 seconds.',
    });
    receiver.answers((response) => void response.writeHead(200).write('and so on'));
    expect(await send(server.app.egress, message, never, 200)).toMatchObject({
      status: 200,
      failure: null,
      answer: 'and so on',
    });
  });

  it('by being away is told as it is', async () => {
    const { server, admin, dispatcher, show } = await withWebhook({ url: 'http://127.0.0.1:1025/' });
    await logEntry(dispatcher, show.id, 'Alex');
    expect(await deliverDue(server)).toMatchObject([
      { status: null, failure: 'The receiver refused the connection.' },
    ]);
    const { rows } = await server.app.database.db.execute(sql`select * from recent_webhook_failures`);
    expect(rows).toMatchObject([{ attempt: 1, event: 'entry.created', state: 'waiting', show_id: show.id }]);
    expect((await deliveriesOf(admin))[0]?.lastAttempt).toMatchObject({ number: 1, status: null });
  });
});

describe('a name that leads elsewhere by the time of sending', () => {
  it('is connected to at the address that was judged, without asking again', async () => {
    const lookups: string[] = [];
    const { receiver, server, dispatcher, show } = await withWebhook(
      {},
      {
        resolve: async (host) => {
          lookups.push(host);
          return ['127.0.0.1'];
        },
      },
    );
    const url = receiver.url.replace('127.0.0.1', 'receiver.invalid');
    await server.app.database.db.execute(sql`update webhook_settings set url = ${url}`);
    await logEntry(dispatcher, show.id, 'Alex');
    expect(await deliverDue(server)).toMatchObject([{ status: 204 }]);
    expect(lookups).toEqual(['receiver.invalid']);
    expect(receiver.received[0]?.headers.host).toBe(new URL(url).host);
  });

  it('is refused, and nothing is sent', async () => {
    const answers = [['93.184.215.14'], ['10.0.0.1']];
    const { server, dispatcher, show } = await withWebhook(
      { url: 'http://rebinding.example/' },
      { resolve: async () => answers.shift() ?? [] },
    );
    await logEntry(dispatcher, show.id, 'Alex');
    expect(await deliverDue(server)).toMatchObject([
      { status: null, failure: expect.stringMatching(/^Not sent: .*private network/) },
    ]);
  });
});

it('a test message goes out once, even while the webhook is off, and is known by its event', async () => {
  const { server, admin, receiver } = await withWebhook({ enabled: false });
  receiver.answers(status(500));
  const { body } = await admin.call(testWebhook, {}, { 'idempotency-key': 'once' });
  const repeated = await admin.call(testWebhook, {}, { 'idempotency-key': 'once' });
  expect(repeated).toMatchObject({ status: 202, body: { id: body.id } });
  expect(await deliverDue(server)).toMatchObject([{ delivery: body.id, givenUp: true }]);
  expect(JSON.parse(receiver.received[0]?.text ?? '')).toMatchObject({
    event: 'webhook.test',
    show: { label: 'Webhook test' },
  });
  expect(await deliveriesOf(admin)).toMatchObject([{ id: body.id, event: 'webhook.test', state: 'dead' }]);
});
