import { archiveShow, listArchive, restoreShow } from '@monkey-tracker/contract/archive';
import { listAudit } from '@monkey-tracker/contract/audit';
import { updateConfig } from '@monkey-tracker/contract/config';
import { createEntry } from '@monkey-tracker/contract/entries';
import { createShow, listShows, readShow } from '@monkey-tracker/contract/shows';
import { showArchive } from '@monkey-tracker/db/schema/archive';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../testing/app.ts';
import { entrySample, makeShow, showSample } from '../../testing/samples.ts';
import { purgeExpired, sweepDue } from './sweep.service.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const later = async (earlier: TestApp, clockOffset: string) => {
  const server = await testApp({ beside: earlier, clockOffset });
  return { server, db: server.app.database.db, dispatcher: await server.as('dispatcher') };
};

describe('a show whose time has come', () => {
  it('is archived 24 hours after its creation when it was scheduled earlier, with that very moment', async () => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const show = await makeShow(dispatcher, { date: inDays(-3) });
    const before = await later(server, '23 hours 59 minutes');
    expect((await before.dispatcher.call(listShows, {})).body.shows).toHaveLength(1);
    const after = await later(server, '24 hours 1 second');
    expect((await after.dispatcher.call(listShows, {})).body.shows).toEqual([]);
    const { shows } = (await after.dispatcher.call(listArchive, {})).body;
    expect(shows).toEqual([{ ...show, archivedAt: show.createdAt + 86_400_000 }]);
  });

  it('waits for 24 hours after its scheduled start in the venue’s time zone', async () => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const admin = await server.as('admin');
    await admin.call(updateConfig, { body: { timeZone: 'America/New_York' } });
    await makeShow(dispatcher, { date: '2030-03-10', time: '20:00' });
    const { rows } = await server.app.database.db.execute(
      sql`select epoch_ms(archives_at)::float8 as due from active_shows`,
    );
    // The clocks went forward that morning: 20:00 is 00:00 UTC of the next day.
    expect(rows).toEqual([{ due: Date.UTC(2030, 2, 12, 0, 0) }]);
  });

  it('reads the same before the sweep and after it', async () => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const { id } = await makeShow(dispatcher, { date: inDays(-1) });
    await dispatcher.call(createEntry, { params: { id }, body: entrySample() });
    const { db } = server.app.database;
    const unswept = await later(server, '25 hours');
    const before = (await unswept.dispatcher.call(listArchive, {})).body;
    expect(await sweepDue(unswept.db)).toBe(1);
    expect((await unswept.dispatcher.call(listArchive, {})).body).toEqual(before);
    const { rows } = await db.execute(sql`select count(*)::int as n from shows`);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('takes no more entries and frees its place among the five', async () => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const date = inDays(-1);
    const shows = await Promise.all(Array.from({ length: 5 }, () => makeShow(dispatcher, { date })));
    const next = await later(server, '25 hours');
    const params = { id: shows[0]?.id ?? '' };
    expect((await next.dispatcher.call(createEntry, { params, body: entrySample() })).status).toBe(404);
    expect((await next.dispatcher.call(readShow, { params })).status).toBe(404);
    expect((await next.dispatcher.call(createShow, { body: showSample({ date }) })).status).toBe(201);
  });

  it('is swept once, however many instances sweep at the same instant', async () => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const admin = await server.as('admin');
    await makeShow(dispatcher, { date: inDays(-1) });
    const [one, two] = await Promise.all([later(server, '25 hours'), later(server, '25 hours')]);
    await Promise.all([sweepDue(one.db), sweepDue(two.db), sweepDue(one.db), sweepDue(two.db)]);
    const { events } = (await admin.call(listAudit, { query: { type: 'show.archived' } })).body;
    expect(events).toHaveLength(1);
  });

  it('that was restored stays for as long as a new one', async () => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const { id } = await makeShow(dispatcher, { date: inDays(-1) });
    const next = await later(server, '48 hours');
    expect((await next.dispatcher.call(restoreShow, { params: { id } })).status).toBe(200);
    expect((await next.dispatcher.call(readShow, { params: { id } })).status).toBe(200);
  });
});

describe('a snapshot', () => {
  it('is never changed and never removed by hand', async () => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const { id } = await makeShow(dispatcher);
    await dispatcher.call(archiveShow, { params: { id } });
    const { db } = server.app.database;
    for (const statement of [
      sql`update show_archive set data = '{}'`,
      sql`delete from show_archive`,
      sql`truncate show_archive`,
    ]) {
      await expect(db.execute(statement)).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  });
});

describe('retention', () => {
  /** `old` snapshots past their two months and `young` ones, and a person who did something lately. */
  async function archiveOf(old: number, young: number) {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    await makeShow(dispatcher);
    const { db } = server.app.database;
    const snapshot = (age: string) => ({
      id: crypto.randomUUID(),
      data: { entries: [{ status: 'Completed', planned: 'Yes', launched: 'Yes', delaySec: 2.5 }] },
      showDate: '2026-01-01',
      createdAt: sql`server_now() - ${age}::interval` as never,
      archivedAt: sql`server_now()` as never,
    });
    await db
      .insert(showArchive)
      .values([
        ...Array.from({ length: old }, () => snapshot('3 months')),
        ...Array.from({ length: young }, () => snapshot('1 month')),
      ]);
    const count = async () => (await db.execute(sql`select from show_archive`)).rows.length;
    return { server, db, count, admin: await server.as('admin') };
  }

  it('purges snapshots two calendar months after the show’s creation and keeps the daily totals', async () => {
    const { db, count, admin } = await archiveOf(2, 18);
    expect(await purgeExpired(db)).toMatchObject({ purged: 2, stopped: null });
    expect(await count()).toBe(18);
    const { rows } = await db.execute(sql`select * from purged_daily_totals`);
    expect(rows).toMatchObject([
      { shows_count: 2, entries_count: 2, completed_count: 2, delay_count: 2, delay_sum_sec: 5 },
    ]);
    const { events } = (await admin.call(listAudit, { query: { type: 'archive.purged' } })).body;
    expect(events).toHaveLength(1);
  });

  it('stops when more than a fifth of the archive would go, and says so once', async () => {
    const { db, count, admin } = await archiveOf(5, 15);
    expect((await purgeExpired(db)).stopped).toContain('5 of 20');
    await purgeExpired(db);
    expect(await count()).toBe(20);
    const { events } = (await admin.call(listAudit, { query: { type: 'archive.purge_stopped' } })).body;
    expect(events).toHaveLength(1);
  });

  it('stops when the clock is more than 36 hours ahead of the newest recorded event', async () => {
    const { server, count } = await archiveOf(1, 19);
    const jumped = await testApp({ beside: server, clockOffset: '37 hours' });
    expect((await purgeExpired(jumped.app.database.db)).stopped).toContain('clock');
    expect(await count()).toBe(20);
    const fine = await testApp({ beside: server, clockOffset: '35 hours' });
    await purgeExpired(fine.app.database.db);
    expect(await count()).toBe(19);
  });

  it('counts calendar months, and the end of February for the end of December', async () => {
    const { db } = await archiveOf(0, 1);
    await db.execute(sql`insert into show_archive (id, data, show_date, created_at, archived_at)
      values (uuid_v7(), '{"entries": []}', '2026-12-31', '2026-12-31T12:00Z', '2027-01-01T12:00Z')`);
    const { rows } = await db.execute(sql`
      select purged_at = '2027-02-28T12:00Z'::timestamptz as ok from archived_shows where show_date = '2026-12-31'`);
    expect(rows).toEqual([{ ok: true }]);
  });
});
