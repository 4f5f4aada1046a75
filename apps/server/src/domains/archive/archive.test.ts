import { archiveShow, listArchive, restoreShow } from '@monkey-tracker/contract/archive';
import { listAudit } from '@monkey-tracker/contract/audit';
import { updateConfig } from '@monkey-tracker/contract/config';
import { createEntry } from '@monkey-tracker/contract/entries';
import { createShow, listShows, readShow } from '@monkey-tracker/contract/shows';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../testing/app.ts';
import { entrySample, makeShow, showSample } from '../../testing/samples.ts';
import { sweepDue } from './sweep.service.ts';

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

  it.each([
    // The clocks went forward that morning: 20:00 is 00:00 UTC of the next day.
    ['America/New_York', '2030-03-10', '20:00', Date.UTC(2030, 2, 12, 0, 0)],
    // A night of 25 hours lies before its end, one of 23 hours after its start, which no clock showed.
    ['Europe/Berlin', '2030-10-26', '20:00', Date.UTC(2030, 9, 27, 18, 0)],
    ['Europe/Berlin', '2030-10-27', '02:30', Date.UTC(2030, 9, 28, 1, 30)],
    ['Europe/Berlin', '2030-03-31', '02:30', Date.UTC(2030, 3, 1, 1, 30)],
    ['Europe/Berlin', '2032-02-29', '23:00', Date.UTC(2032, 2, 1, 22, 0)],
  ])(
    'waits for 24 hours after its scheduled start in the time zone %s on %s at %s',
    async (timeZone, date, time, due) => {
      const server = await testApp();
      const dispatcher = await server.as('dispatcher');
      const admin = await server.as('admin');
      await admin.call(updateConfig, { body: { timeZone } });
      await makeShow(dispatcher, { date, time });
      const { rows } = await server.app.database.db.execute(
        sql`select epoch_ms(archives_at)::float8 as due from active_shows`,
      );
      expect(rows).toEqual([{ due }]);
    },
  );

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
