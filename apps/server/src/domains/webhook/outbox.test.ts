import { createEntry } from '@monkey-tracker/contract/entries';
import { updateConfig } from '@monkey-tracker/contract/config';
import { pauseWebhook } from '@monkey-tracker/contract/webhook';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { inUnit } from '../../platform/change.ts';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';
import { catchUp, claim, forgetSettled } from './queue.queries.ts';
import { silence } from './testing/receiver.ts';
import {
  deliverDue,
  deliverLater,
  deliveriesOf,
  logEntry,
  loopbackAllowed,
  withWebhook,
} from './testing/webhook.ts';

describe('a delivery commits with its change', () => {
  it('so that a refused or rolled back entry sends nothing', async () => {
    const { server, admin, dispatcher, show } = await withWebhook();
    const params = { id: show.id };
    await logEntry(dispatcher, show.id, 'Alex');
    const twice = await dispatcher.call(
      createEntry,
      { params, body: entrySample({ operator: ' alex ' }) },
      { 'idempotency-key': 'refused' },
    );
    expect(twice.status).toBe(409);
    const origin = { actorId: dispatcher.userId, requestId: null };
    const { db } = server.app.database;
    const crash = inUnit(db, origin, async (unit) => {
      const { rows } = await unit.db.execute<{ id: string }>(sql`
        insert into entries (show_id, ts, unit_id, planned, launched, status, operator, created_by)
        values (${show.id}, now(), 'D1', 'Yes', 'Yes', 'Completed', 'Nick', ${dispatcher.userId}) returning id`);
      unit.record({ type: 'entry.created', subjectId: rows[0]?.id ?? '', showId: show.id });
      unit.record({ type: 'entry.created', subjectId: 'no id at all', showId: show.id });
    });
    await expect(crash).rejects.toThrow();
    expect(await deliveriesOf(admin)).toHaveLength(1);
  });

  it('so that a repeat under one key sends once', async () => {
    const { server, dispatcher, receiver, show } = await withWebhook();
    const repeat = () =>
      dispatcher.call(
        createEntry,
        { params: { id: show.id }, body: entrySample() },
        { 'idempotency-key': 'one-entry' },
      );
    const answers = await Promise.all([repeat(), repeat(), repeat()]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await deliverDue(server);
    expect(receiver.received).toHaveLength(1);
  });

  it('so that a server that dies after the commit sends all the same, through another', async () => {
    const { server, dispatcher, receiver, show } = await withWebhook();
    await logEntry(dispatcher, show.id, 'Alex');
    // What a killed server leaves behind: a job that it took and never finished.
    expect(await claim(server.app.database.db)).toBeDefined();
    expect(await deliverDue(server)).toEqual([]);
    expect(await deliverLater(server, '61 seconds')).toMatchObject([{ attempt: 1, status: 204 }]);
    expect(receiver.received).toHaveLength(1);
  });

  it('and points at the event of the log that it tells', async () => {
    const { server, dispatcher, show } = await withWebhook();
    const { id } = await logEntry(dispatcher, show.id, 'Alex');
    const { rows } = await server.app.database.db.execute(
      sql`select e.subject_id, e.type from webhook_deliveries d join events e on e.seq = d.event_seq`,
    );
    expect(rows).toEqual([{ subject_id: id, type: 'entry.created' }]);
  });
});

describe('the queue', () => {
  it('of one database, worked on by three servers at once, sends each delivery once', async () => {
    const first = await withWebhook({}, { deliver: true });
    const { server, dispatcher, receiver, show } = first;
    for (const _ of [2, 3]) {
      await testApp({ beside: server, deliver: true, environment: server.app.environment });
    }
    const entries = await Promise.all(
      Array.from({ length: 40 }, (_, n) => logEntry(dispatcher, show.id, `Pilot ${n}`)),
    );
    await receiver.take(40);
    const told = receiver.received.map(({ text }) => JSON.parse(text).entry.id);
    expect(told.toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
  });

  it('never holds up a dispatcher, however the receiver hangs', async () => {
    const { dispatcher, receiver, show, admin } = await withWebhook({}, { deliver: true });
    receiver.answers(silence);
    await logEntry(dispatcher, show.id, 'Alex');
    await receiver.take(1);
    await Promise.all(Array.from({ length: 20 }, (_, n) => logEntry(dispatcher, show.id, `Pilot ${n}`)));
    // All of them are acknowledged, and none of the open requests has ended meanwhile.
    expect((await deliveriesOf(admin)).filter(({ attempts }) => attempts > 0)).toEqual([]);
  });

  it('gives back what is being sent when the server stops, and another sends it', async () => {
    const { server, dispatcher, receiver, show } = await withWebhook({}, { deliver: true });
    receiver.answers(silence);
    await logEntry(dispatcher, show.id, 'Alex');
    await receiver.take(1);
    const other = await testApp({ beside: server, environment: server.app.environment });
    await server.app.close();
    receiver.answers((response) => void response.writeHead(200).end());
    expect(await deliverDue(other)).toMatchObject([{ attempt: 1, status: 200 }]);
  });

  it('catches up when the clock had been days ahead, with what was made, leased and put off meanwhile', async () => {
    const { server, dispatcher, receiver } = await withWebhook();
    const ahead = await testApp({ beside: server, clockOffset: '3 days', environment: loopbackAllowed });
    const there = await ahead.as('dispatcher');
    const show = await makeShow(there);
    await logEntry(dispatcher, show.id, 'Alex');
    expect(await claim(ahead.app.database.db)).toBeDefined();
    await logEntry(there, show.id, 'Nick');
    receiver.answers((response) => void response.writeHead(500).end());
    await deliverDue(ahead);
    await logEntry(there, show.id, 'Zoë');
    receiver.answers((response) => void response.writeHead(200).end());
    await catchUp(server.app.database.db);
    expect(await deliverDue(server)).toMatchObject([{ status: 200 }, { status: 200 }, { status: 200 }]);
    // What waits for its turn by a clock that is right goes on waiting.
    receiver.answers((response) => void response.writeHead(500).end());
    await logEntry(dispatcher, show.id, 'Bea');
    await deliverDue(server);
    await catchUp(server.app.database.db);
    expect(await deliverDue(server)).toEqual([]);
  });

  it('grows while the webhook is paused, and not while it is off', async () => {
    const { server, admin, dispatcher, show } = await withWebhook();
    await admin.call(pauseWebhook, {});
    await logEntry(dispatcher, show.id, 'Alex');
    expect(await deliverDue(server)).toEqual([]);
    await admin.call(updateConfig, { body: { webhook: { enabled: false } } });
    await logEntry(dispatcher, show.id, 'Nick');
    expect(await deliveriesOf(admin)).toHaveLength(1);
  });

  it('forgets what was settled 30 days ago, never what waits', async () => {
    const { server, admin, dispatcher, show } = await withWebhook();
    await logEntry(dispatcher, show.id, 'Alex');
    await deliverDue(server);
    await logEntry(dispatcher, show.id, 'Nick');
    await forgetSettled((await testApp({ beside: server, clockOffset: '29 days' })).app.database.db);
    expect(await deliveriesOf(admin)).toHaveLength(2);
    await forgetSettled((await testApp({ beside: server, clockOffset: '31 days' })).app.database.db);
    expect(await deliveriesOf(admin)).toMatchObject([{ state: 'waiting' }]);
  });
});
