import { listAudit } from '@monkey-tracker/contract/audit';
import { readConfig, updateConfig } from '@monkey-tracker/contract/config';
import { health } from '@monkey-tracker/contract/health';
import { listShows } from '@monkey-tracker/contract/shows';
import { listDeliveries, readDelivery, resumeWebhook, testWebhook } from '@monkey-tracker/contract/webhook';
import { sql } from 'drizzle-orm';
import { createSealer } from '../../platform/sealing.ts';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { makeShow } from '../../testing/samples.ts';
import { openStream } from '../../testing/stream.ts';
import { deliverDue, deliverLater, logEntry, loopbackAllowed, withWebhook } from './testing/webhook.ts';

const oldSecret = 'canary-old-secret-7391';
const newSecret = `whsec_${Buffer.from('canary-new-secret-8462').toString('base64')}`;
const headers = [{ name: 'Authorization', value: 'Bearer canary-header-5517' }];

describe('the settings of the webhook', () => {
  it('are told to everybody as a summary, and to administrators with address and headers', async () => {
    const { server, admin, receiver } = await withWebhook({ secret: oldSecret, headers });
    const viewer = await server.as('viewer');
    const summary = { enabled: true, method: 'POST', hasSecret: true, headerCount: 1 };
    for (const endpoint of [readConfig, listShows, health]) {
      expect((await viewer.call(endpoint, {})).body.webhook).toEqual(summary);
    }
    expect((await server.anonymous.call(health, {})).body.webhook).toEqual(summary);
    expect((await admin.call(readConfig, {})).body.webhook).toEqual({
      ...summary,
      url: receiver.url,
      headers,
      paused: false,
      pausedReason: null,
      previousSecretUntil: null,
    });
  });

  it('are in the log of changes, and no news for the live stream', async () => {
    const { server, admin, dispatcher } = await withWebhook({ headers });
    const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
    const stream = await openStream(url, dispatcher.token);
    const webhook = { url: 'https://8.8.8.8/hook?key=word', secret: oldSecret };
    await admin.call(updateConfig, { body: { webhook } });
    await makeShow(dispatcher);
    expect((await stream.take('change', 1)).map(({ data }) => data.type)).toEqual(['show.created']);
    const { events } = (await admin.call(listAudit, { query: { type: 'webhook.updated' } })).body;
    expect(events[0]).toMatchObject({
      actor: { id: admin.userId },
      before: { hasSecret: false, headers: ['Authorization'] },
      after: { hasSecret: true, secretChanged: true, url: 'https://8.8.8.8/hook?…' },
    });
  });

  it('stay as they are where a change does not name them', async () => {
    const { admin } = await withWebhook({ secret: oldSecret, headers });
    const { body } = await admin.call(updateConfig, { body: { webhook: { method: 'PUT' } } });
    expect(body.webhook).toMatchObject({ enabled: true, method: 'PUT', hasSecret: true, headers });
    const removed = await admin.call(updateConfig, { body: { webhook: { secret: null, headers: [] } } });
    expect(removed.body.webhook).toMatchObject({ hasSecret: false, headerCount: 0 });
  });

  it.each([
    ['webhook.url', { url: 'http://169.254.169.254/' }],
    ['webhook.url', { url: 'http://user:word@example.org/' }],
    ['webhook.url', { url: 'nonsense' }],
    ['webhook.url', { url: '', enabled: true }],
    ['webhook.method', { method: 'DELETE' }],
    ['webhook.secret', { secret: 'short' }],
    ['webhook.secret', { secret: 'with a blank in it' }],
    ['webhook.secret', { secret: 'whsec_?not-base64' }],
    ['webhook.headers.0.name', { headers: [{ name: 'Webhook-Signature', value: 'v1,x' }] }],
    ['webhook.headers.0.name', { headers: [{ name: 'Transfer-Encoding', value: 'chunked' }] }],
    ['webhook.headers.0.name', { headers: [{ name: 'X Y', value: '1' }] }],
    ['webhook.headers.0.value', { headers: [{ name: 'X-Y', value: 'a\r\nHost: b' }] }],
    ['webhook.headers.1.name', { headers: ['x-a', 'X-A'].map((name) => ({ name, value: '1' })) }],
    ['webhook.headers', { headers: Array.from({ length: 21 }, (_, n) => ({ name: `x-${n}`, value: '' })) }],
    ['webhook.retries', { retries: 3 }],
  ])('are refused by the name of the field: %s', async (path, change) => {
    const server = await testApp();
    const admin = await server.as('admin');
    // What a client sends, not what its types allow.
    const body = { webhook: change as object };
    const refused = await admin.call(updateConfig, { body });
    expect(refused).toMatchObject({ status: 400, problem: { errors: [{ path }] } });
    expect((await admin.call(readConfig, {})).body.webhook).toMatchObject({ url: '', enabled: false });
  });
});

describe('a secret', () => {
  it('that is replaced goes on signing for a day beside the new one', async () => {
    const { server, admin, dispatcher, receiver, show } = await withWebhook({ secret: oldSecret });
    const rotated = await admin.call(updateConfig, { body: { webhook: { secret: newSecret } } });
    expect(rotated.body.webhook.previousSecretUntil).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    await logEntry(dispatcher, show.id, 'Alex');
    await deliverDue(server);
    const [request] = await receiver.take(1);
    const { text = '', headers = {} } = request ?? {};
    for (const verifier of [new Webhook(oldSecret, { format: 'raw' }), new Webhook(newSecret)]) {
      expect(verifier.verify(text, headers)).toMatchObject({ event: 'entry.created' });
    }
    expect(headers['x-drone-webhook-secret']).toBe(newSecret);

    await logEntry(dispatcher, show.id, 'Nick');
    await deliverLater(server, '25 hours');
    expect(receiver.received[1]?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
  });

  it('that is removed is gone at once, and the one before it', async () => {
    const { server, admin, dispatcher, receiver, show } = await withWebhook({ secret: oldSecret });
    await admin.call(updateConfig, { body: { webhook: { secret: newSecret } } });
    const { body } = await admin.call(updateConfig, { body: { webhook: { secret: null } } });
    expect(body.webhook).toMatchObject({ hasSecret: false, previousSecretUntil: null });
    await logEntry(dispatcher, show.id, 'Alex');
    await deliverDue(server);
    expect(receiver.received[0]?.headers).toHaveProperty('webhook-id');
    expect(receiver.received[0]?.headers).not.toHaveProperty('webhook-signature');
    expect(receiver.received[0]?.headers).not.toHaveProperty('x-drone-webhook-secret');
  });

  it('is sealed in the database, and one that an older release kept openly still signs', async () => {
    const { server, dispatcher, receiver, show } = await withWebhook({ secret: oldSecret });
    const { db } = server.app.database;
    const { rows } = await db.execute(sql`select to_jsonb(s)::text as row from webhook_settings s`);
    expect(String(rows[0]?.row)).toContain('sealed:');
    expect(String(rows[0]?.row)).not.toContain(oldSecret);
    await db.execute(sql`update webhook_settings set secret = ${newSecret}`);
    await logEntry(dispatcher, show.id, 'Alex');
    await deliverDue(server);
    expect(receiver.received[0]?.headers['x-drone-webhook-secret']).toBe(newSecret);
  });

  it('that cannot be read any more pauses the webhook and says so; what waits is sent once it is entered anew', async () => {
    const { server, admin, dispatcher, receiver, show } = await withWebhook({ secret: oldSecret });
    await server.app.database.db.execute(
      sql`update webhook_settings set secret = ${createSealer('another').seal('webhook', oldSecret)}`,
    );
    await logEntry(dispatcher, show.id, 'Alex');
    await deliverDue(server);
    expect(receiver.received).toEqual([]);
    const { webhook } = (await admin.call(readConfig, {})).body;
    expect(webhook.pausedReason).toContain('PASSWORD_PEPPER');
    await admin.call(updateConfig, { body: { webhook: { secret: newSecret } } });
    await admin.call(resumeWebhook, {});
    await deliverDue(server);
    expect(receiver.received[0]?.headers['x-drone-webhook-secret']).toBe(newSecret);
  });

  it('stands in no answer, no event, no delivery and no line of the log', async () => {
    const lines: string[] = [];
    const { server, admin, dispatcher, receiver, show } = await withWebhook(
      { secret: oldSecret, headers },
      {
        logTo: { write: (line) => void lines.push(line) },
        environment: { ...loopbackAllowed, LOG_LEVEL: 'trace' },
      },
    );
    // A receiver that repeats all it was sent, as some do for debugging.
    receiver.answers((response, { headers, text }) => {
      response
        .writeHead(500, { 'x-echo': headers.authorization ?? '' })
        .end(JSON.stringify({ headers, text }));
    });
    const answers: unknown[] = [];
    for (const secret of [newSecret, 'whsec_?canary', `canary ${oldSecret}`]) {
      answers.push(await admin.call(updateConfig, { body: { webhook: { secret } } }));
    }
    await logEntry(dispatcher, show.id, 'Alex');
    answers.push(await admin.call(testWebhook, {}), await deliverDue(server));
    const { deliveries } = (await admin.call(listDeliveries, { query: {} })).body;
    expect(deliveries).toHaveLength(2);
    for (const { id } of deliveries) {
      const { body } = await admin.call(readDelivery, { params: { id } });
      expect(body.log[0]?.answer).toContain('[redacted]');
      expect(body.log[0]?.headers).toContainEqual({ name: 'Authorization', value: '[redacted]' });
      answers.push(body);
    }
    answers.push(
      await admin.call(listAudit, { query: { limit: 200 } }),
      await admin.call(health, {}),
      await (await server.as('viewer')).call(readConfig, {}),
    );
    // A change that the database refuses is logged with its statement.
    const { db } = server.app.database;
    await db.execute(sql`alter table webhook_settings add constraint none check (false) not valid`);
    answers.push(await admin.call(updateConfig, { body: { webhook: { secret: `${oldSecret}x`, headers } } }));
    expect(answers.at(-1)).toMatchObject({ status: 500 });

    const { rows } = await db.execute(sql`
      select to_jsonb(e) as row from events e union all select to_jsonb(d) from webhook_deliveries d
      union all select to_jsonb(a) from webhook_attempts a union all select to_jsonb(i) from idempotency_records i`);
    // Only administrators' settings tell header values.
    const told = JSON.stringify([answers, rows]).replaceAll(JSON.stringify(headers), '');
    for (const canary of [oldSecret, newSecret, 'canary-header-5517']) {
      expect(told).not.toContain(canary);
      expect(lines.join('')).not.toContain(canary);
    }
    expect(lines.length).toBeGreaterThan(5);
  });
});
