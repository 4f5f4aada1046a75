import { archiveShow, deleteShow, listArchive, restoreShow } from '@monkey-tracker/contract/archive';
import { listAudit } from '@monkey-tracker/contract/audit';
import { fillDemo, readDemo, removeDemo } from '@monkey-tracker/contract/demo';
import { createEntry } from '@monkey-tracker/contract/entries';
import { listShows, updateShow } from '@monkey-tracker/contract/shows';
import type { Db } from '@monkey-tracker/db/client';
import { showArchive } from '@monkey-tracker/db/schema/archive';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { inUnit } from '../../platform/change.ts';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';
import { purgeExpired, sweepDue } from '../archive/sweep.service.ts';
import { archiveShow as archive, restoreShow as restore } from '../shows/shows.lifecycle.service.ts';
import { deliveriesOf, logEntry, withWebhook } from '../webhook/testing/webhook.ts';

const nothing = { liveShows: 0, archivedShows: 0, entries: 0 };

async function filled() {
  const server = await testApp();
  const admin = await server.as('admin');
  const { status, body } = await admin.call(fillDemo, {});
  expect(status).toBe(201);
  const live = async () => (await admin.call(listShows, {})).body.shows;
  const archived = async () => (await admin.call(listArchive, {})).body.shows;
  return { server, admin, state: body, live, archived };
}

async function waitingForLocks(db: Db): Promise<unknown> {
  const { rows } = await db.execute(sql`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return rows[0]?.['n'];
}

describe('the demo', () => {
  it('fills an empty venue with three shows of today and the archive of 30 days', async () => {
    const { admin, state, live, archived } = await filled();
    const shows = (await live()).toSorted((a, b) => a.time.localeCompare(b.time));
    expect(shows).toHaveLength(3);
    expect(shows.map(({ entries }) => entries.length).toSorted()).toContain(3);
    const history = await archived();
    expect(history.length).toBeGreaterThan(30);
    expect(history.every(({ archivedAt }) => archivedAt <= Date.now())).toBe(true);
    const entries = [...shows, ...history].flatMap((show) => show.entries);
    expect(state).toEqual({ liveShows: 3, archivedShows: history.length, entries: entries.length });
    expect((await admin.call(readDemo, {})).body).toEqual(state);
  });

  it('writes the same events as people do, and its own', async () => {
    const { admin } = await filled();
    const { events: items } = (await admin.call(listAudit, { query: { limit: 200 } })).body;
    const types = new Set(items.map(({ type }) => type));
    expect([...types].toSorted()).toEqual([
      'archive.imported',
      'demo.created',
      'entry.created',
      'show.created',
    ]);
  });

  it('is refused where a show lives that it did not bring, also in the archive, and a second time', async () => {
    const server = await testApp();
    const admin = await server.as('admin');
    const { id } = await makeShow(admin);
    expect((await admin.call(fillDemo, {})).problem).toMatchObject({
      status: 409,
      code: 'demo.venue_in_use',
    });
    await admin.call(archiveShow, { params: { id } });
    expect((await admin.call(fillDemo, {})).problem.code).toBe('demo.venue_in_use');
    expect((await admin.call(readDemo, {})).body).toEqual(nothing);

    const other = await filled();
    expect((await other.admin.call(fillDemo, {})).problem).toMatchObject({
      status: 409,
      code: 'demo.there_already',
    });
  });

  it('filled twice at once is there once', async () => {
    const server = await testApp();
    const admin = await server.as('admin');
    const answers = await Promise.all([admin.call(fillDemo, {}), admin.call(fillDemo, {})]);
    expect(answers.map(({ status, problem }) => (status === 201 ? 201 : problem.code)).toSorted()).toEqual([
      201,
      'demo.there_already',
    ]);
    expect((await admin.call(readDemo, {})).body.liveShows).toBe(3);
  });

  it('goes as a whole, whatever people did to it, and takes nothing else along', async () => {
    const { admin, live, archived } = await filled();
    const [one, two, three] = await live();
    if (!one || !two || !three) throw new Error('the demo has three live shows');
    await admin.call(updateShow, { params: { id: one.id }, body: { label: 'Ours now' } });
    await admin.call(createEntry, { params: { id: one.id }, body: entrySample({ operator: 'Guest' }) });
    await admin.call(archiveShow, { params: { id: two.id } });
    await admin.call(deleteShow, { params: { id: three.id } });
    const [old] = (await archived()).filter(({ id }) => id !== two.id && id !== three.id);
    if (!old) throw new Error('the demo has archived shows');
    await admin.call(restoreShow, { params: { id: old.id } });
    const real = await makeShow(admin, { label: 'Real' });
    const kept = await makeShow(admin, { label: 'Real and archived' });
    await admin.call(archiveShow, { params: { id: kept.id } });

    const there = (await admin.call(readDemo, {})).body;
    expect((await admin.call(removeDemo, {})).body).toEqual(there);
    expect((await live()).map(({ id }) => id)).toEqual([real.id]);
    expect((await archived()).map(({ id }) => id)).toEqual([kept.id]);
    expect((await admin.call(readDemo, {})).body).toEqual(nothing);
    const { events: items } = (await admin.call(listAudit, { query: { limit: 1 } })).body;
    expect(items[0]).toMatchObject({ type: 'demo.removed', actor: { id: admin.userId } });
  });

  it('can come again once it went, and says nothing to the log when there is nothing to remove', async () => {
    const { admin, state } = await filled();
    await admin.call(removeDemo, {});
    const before = (await admin.call(listAudit, { query: { limit: 1 } })).body.events[0]?.seq;
    expect((await admin.call(removeDemo, {})).body).toEqual(nothing);
    expect((await admin.call(listAudit, { query: { limit: 1 } })).body.events[0]?.seq).toBe(before);
    expect((await admin.call(fillDemo, {})).body).toEqual(state);
  });

  it.each(['archived', 'restored'])('goes as a whole while a show of it is being %s', async (what) => {
    const { server, admin, live, archived } = await filled();
    const { db } = server.app.database;
    const [{ id } = { id: '' }] = what === 'archived' ? await live() : await archived();
    let removal: ReturnType<typeof admin.call> | undefined;
    await inUnit(db, { actorId: null, requestId: null }, async (unit) => {
      await (what === 'archived' ? archive(unit, id) : restore(unit, id));
      removal = admin.call(removeDemo, {});
      await expect.poll(() => waitingForLocks(db)).toBe(1);
    });
    expect((await removal)?.status).toBe(200);
    expect(await live()).toEqual([]);
    expect(await archived()).toEqual([]);
  });
});

it('nothing of the demo is sent to the webhook, and what people log beside it is', async () => {
  const { server, admin } = await withWebhook();
  await server.app.database.db.execute(sql`delete from shows`);
  await admin.call(fillDemo, {});
  const { shows } = (await admin.call(listShows, {})).body;
  for (const { id } of shows) await logEntry(admin, id, 'Guest');
  const real = await makeShow(admin, { label: 'Real' });
  await logEntry(admin, real.id, 'Alex');
  expect((await deliveriesOf(admin)).map(({ showId }) => showId)).toEqual([real.id]);
});

describe('a snapshot that is not of the demo', () => {
  it('is not removed for that purpose, even by hand', async () => {
    const server = await testApp();
    const admin = await server.as('admin');
    const { id } = await makeShow(admin);
    await admin.call(archiveShow, { params: { id } });
    await expect(
      server.app.database.db.transaction(async (db) => {
        await db.execute(sql`set local monkey_tracker.snapshot_removal = 'demo'`);
        await db.delete(showArchive).where(eq(showArchive.id, id));
      }),
    ).rejects.toMatchObject({ cause: { message: 'a snapshot of the archive never changes' } });
  });
});

it('shows of the demo that retention purges leave nothing in the totals that stay', async () => {
  const { server, state } = await filled();
  const later = (await testApp({ beside: server, clockOffset: '100 days' })).app.database.db;
  // Somebody has worked since, and the demo is a small part of the archive by then.
  await makeShow(await (await testApp({ beside: server, clockOffset: '100 days' })).as('dispatcher'));
  await later.execute(sql`insert into show_archive (id, data, show_date, created_at, archived_at)
    select uuid_v7(), '{"entries": []}', '2026-01-01', server_now(), server_now()
    from generate_series(1, ${state.archivedShows * 5})`);
  const { rows: kept } = await later.execute(sql`select from demo_shows`);
  await sweepDue(later);
  expect(await purgeExpired(later)).toMatchObject({ purged: kept.length });
  const { rows } = await later.execute(sql`select show_date::text as day from archive_daily_totals`);
  expect(rows).toEqual([{ day: '2026-01-01' }]);
});
