import { listAudit, verifyAudit } from '@monkey-tracker/contract/audit';
import { createEntry, updateEntry } from '@monkey-tracker/contract/entries';
import { deleteShow } from '@monkey-tracker/contract/archive';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';

async function withHistory() {
  const server = await testApp();
  const admin = await server.as('admin');
  const dispatcher = await server.as('dispatcher');
  const { id } = await makeShow(dispatcher);
  const { body: entry } = await dispatcher.call(createEntry, { params: { id }, body: entrySample() });
  await dispatcher.call(updateEntry, { params: { id, entryId: entry.id }, body: { notes: 'n' } });
  await dispatcher.call(deleteShow, { params: { id } });
  return { server, db: server.app.database.db, admin, dispatcher, id, entry };
}

describe('the log', () => {
  it('tells who did what to which record, before and after, newest first', async () => {
    const { admin, dispatcher, id, entry } = await withHistory();
    const { events } = (await admin.call(listAudit, { query: { show: id } })).body;
    expect(events.map(({ type }) => type)).toEqual([
      'show.deleted',
      'entry.updated',
      'entry.created',
      'show.created',
    ]);
    expect(events[1]).toMatchObject({
      actor: { id: dispatcher.userId },
      subjectId: entry.id,
      before: { notes: '', version: 1 },
      after: { notes: 'n', version: 2 },
    });
  });

  it('is paged by a cursor without gap or repeat', async () => {
    const { admin } = await withHistory();
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await admin.call(listAudit, { query: { limit: 3, ...(cursor && { cursor }) } });
      seen.push(...body.events.map(({ seq }) => seq));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, n) => seen.length - n));
    expect((await admin.call(listAudit, { query: { cursor: 'x' } })).problem.errors?.[0]?.path).toBe(
      'cursor',
    );
  });

  it('has no gaps and one order, also under 40 changes at once', async () => {
    const { admin, dispatcher } = await withHistory();
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => makeShow(dispatcher, { date: `2027-01-${10 + (n % 20)}` })),
    );
    const { events } = (await admin.call(listAudit, { query: { limit: 200 } })).body;
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => events.length - n));
    expect((await admin.call(verifyAudit, {})).body).toEqual({
      whole: true,
      events: events.length,
      brokenAt: null,
    });
  });

  it.each([
    '/api/audit?to=',
    '/api/audit/export?to=',
    '/api/audit/records/0190a000-0000-7000-8000-000000000051?at=',
  ])('refuses a moment that no calendar has: %s', async (url) => {
    const server = await testApp();
    const headers = { authorization: `Bearer ${(await server.as('admin')).token}` };
    const answer = await server.app.inject({ url: `${url}${Number.MAX_SAFE_INTEGER}`, headers });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ path: url.endsWith('?at=') ? 'at' : 'to' }] });
  });

  it('refuses every change of what it says', async () => {
    const { db } = await withHistory();
    for (const statement of [
      sql`update events set type = 'x'`,
      sql`delete from events`,
      sql`truncate events`,
    ]) {
      await expect(db.execute(statement)).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  });

  it.each([
    ['changed', sql`update events set after = '{"notes": "forged"}' where seq = 3`, 3],
    ['removed', sql`delete from events where seq = 2`, 3],
    ['cut off at its end', sql`delete from events where seq = (select max(seq) from events)`, 4],
  ])('shows where a superuser has %s it', async (_how, statement, brokenAt) => {
    const { db, admin } = await withHistory();
    await db.execute(sql`alter table events disable trigger events_guard`);
    await db.execute(statement);
    expect((await admin.call(verifyAudit, {})).body).toMatchObject({ whole: false, brokenAt });
  });
});
