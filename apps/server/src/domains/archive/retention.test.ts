import { listAudit } from '@monkey-tracker/contract/audit';
import { readRetention, updateRetention } from '@monkey-tracker/contract/retention';
import { showArchive } from '@monkey-tracker/db/schema/archive';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { makeShow } from '../../testing/samples.ts';
import { purgeExpired } from './sweep.service.ts';

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
    const { rows } = await db.execute(sql`select * from daily_metrics`);
    expect(rows).toMatchObject([
      { shows_count: 20, entries_count: 20, completed_count: 20, avg_delay_sec: 2.5 },
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

  it.each([
    ['2026-12-31', '2027-02-28'],
    ['2027-12-31', '2028-02-29'],
    ['2028-02-29', '2028-04-29'],
    ['2026-10-25', '2026-12-25'],
  ])('counts calendar months: from %s to %s', async (created, purged) => {
    const { db } = (await testApp()).app.database;
    await db.execute(sql`insert into show_archive (id, data, show_date, created_at, archived_at)
      values (uuid_v7(), '{"entries": []}', ${created}, ${`${created}T12:00Z`}::timestamptz, server_now())`);
    const { rows } = await db.execute(sql`select purged_at::text as at from archived_shows`);
    expect(rows).toEqual([{ at: `${purged} 12:00:00+00` }]);
  });

  it('goes on in steps, each an event of its own', async () => {
    const { db, count, admin } = await archiveOf(60, 300);
    expect(await purgeExpired(db)).toMatchObject({ purged: 60 });
    expect(await count()).toBe(300);
    const { events } = (await admin.call(listAudit, { query: { type: 'archive.purged' } })).body;
    expect(events.map(({ after }) => (after as { shows: string[] }).shows.length)).toEqual([10, 50]);
  });

  it('tells what it will purge and when, by month', async () => {
    const { admin } = await archiveOf(1, 9);
    const { body } = await admin.call(readRetention, {});
    expect(body).toMatchObject({ months: 2, total: 10, due: 1, paused: null, stopped: null });
    expect(body.byMonth.reduce((sum, { count }) => sum + count, 0)).toBe(10);
    expect(body.byMonth.map(({ month }) => month)).toEqual(body.byMonth.map(({ month }) => month).toSorted());
    expect(body.nextAt).toBeLessThan(Date.now());
  });

  it('tells of an empty archive', async () => {
    const viewer = await (await testApp()).as('viewer');
    expect((await viewer.call(readRetention, {})).body).toMatchObject({
      total: 0,
      nextAt: null,
      byMonth: [],
    });
  });

  it('waits while an administrator has paused it, and the log says who did', async () => {
    const { db, count, admin } = await archiveOf(1, 9);
    const paused = await admin.call(updateRetention, { body: { paused: true } });
    expect(paused.body.paused?.by?.id).toBe(admin.userId);
    await admin.call(updateRetention, { body: { paused: true } });
    expect(await purgeExpired(db)).toMatchObject({ purged: 0, stopped: null });
    expect(await count()).toBe(10);
    const { events } = (await admin.call(listAudit, { query: { type: 'archive.purge_paused' } })).body;
    expect(events).toMatchObject([{ actor: { id: admin.userId } }]);
    expect((await admin.call(updateRetention, { body: { paused: false } })).body.paused).toBeNull();
    expect(await purgeExpired(db)).toMatchObject({ purged: 1 });
  });
});
