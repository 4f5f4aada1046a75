import { archiveShow, deleteShow, restoreShow } from '@monkey-tracker/contract/archive';
import { updateConfig } from '@monkey-tracker/contract/config';
import { createEntry, deleteEntry, updateEntry } from '@monkey-tracker/contract/entries';
import { listShows, readShow, type Show, updateShow } from '@monkey-tracker/contract/shows';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { type Moment, momentOf } from '../../platform/freshness.ts';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';
import { showTexts } from './shows.texts.ts';

/** Two servers on one database: what one changes, the other has in memory. */
async function setUp() {
  const one = await testApp();
  const two = await testApp({ beside: one });
  const writer = await one.as('admin');
  const reader = await two.as('viewer');
  /** What the other server answers, which has to be what the database holds now. */
  const read = async () => {
    const { rows } = await one.app.database.pool.query<{ show: Show }>(
      'select show_json(s) as show from shows s order by updated_at desc, id desc',
    );
    const { shows } = (await reader.call(listShows, {})).body;
    expect(shows).toEqual(rows.map(({ show }) => show));
    for (const { show } of rows)
      expect((await reader.call(readShow, { params: { id: show.id } })).body).toEqual(show);
    return shows;
  };
  return { one, writer, reader, read };
}

it('a list tells of every change at once, whichever server made it', async () => {
  const { writer, read } = await setUp();
  const { id } = await makeShow(writer);
  const other = await makeShow(writer, { label: 'Main 2' });
  expect(await read()).toHaveLength(2);
  const entry = (await writer.call(createEntry, { params: { id }, body: entrySample() })).body;
  expect((await read()).find((show) => show.id === id)?.entries).toHaveLength(1);
  const params = { id, entryId: entry.id };
  await writer.call(updateEntry, { params, body: { notes: 'seen from the booth' } });
  expect((await read()).find((show) => show.id === id)?.entries[0]?.notes).toBe('seen from the booth');
  await writer.call(deleteEntry, { params });
  expect((await read()).find((show) => show.id === id)?.entries).toEqual([]);
  await writer.call(updateShow, { params: { id }, body: { label: 'Main 3' } });
  expect((await read())[0]?.label).toBe('Main 3');
  await writer.call(archiveShow, { params: { id } });
  expect((await read()).map((show) => show.id)).toEqual([other.id]);
  await writer.call(restoreShow, { params: { id } });
  expect(await read()).toHaveLength(2);
  await writer.call(deleteShow, { params: { id: other.id } });
  expect((await read()).map((show) => show.id)).toEqual([id]);
});

it('whoever was told that an entry is logged finds it in the next list of any server, also while many write', async () => {
  const { writer, reader } = await setUp();
  const shows = await Promise.all(['1', '2', '3'].map((n) => makeShow(writer, { label: `Main ${n}` })));
  await Promise.all(
    Array.from({ length: 45 }, async (_, n) => {
      const id = shows[n % 3]?.id ?? '';
      const made = await writer.call(createEntry, {
        params: { id },
        body: entrySample({ operator: `Pilot ${n}` }),
      });
      const listed = (await reader.call(listShows, {})).body.shows.find((show) => show.id === id);
      expect(listed?.entries.map((entry) => entry.id)).toContain(made.body.id);
      const shown = (await reader.call(readShow, { params: { id } })).body;
      expect(shown.entries.map((entry) => entry.id)).toContain(made.body.id);
    }),
  );
});

it('a list tells of what somebody changed by hand as soon as it is committed, and not before', async () => {
  const { one, writer, reader, read } = await setUp();
  const { id } = await makeShow(writer);
  await writer.call(createEntry, { params: { id }, body: entrySample() });
  const notes = async () => (await reader.call(listShows, {})).body.shows[0]?.entries[0]?.notes;
  await one.app.database.db.transaction(async (db) => {
    await db.execute(sql`update entries set notes = 'by hand'`);
    expect(await notes()).toBe('');
  });
  expect(await notes()).toBe('by hand');
  await one.app.database.db.execute(sql`delete from entries`);
  expect((await read())[0]?.entries).toEqual([]);
});

it('a show leaves the list at the moment when the clock says so, though nobody changes anything', async () => {
  const { db } = (await testApp()).app.database;
  const texts = showTexts(async () => '{"shows":');
  const listed = async (moment: Moment) =>
    JSON.parse((await texts.list(db, moment)).body.toString()).shows.length;
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into shows (date, time, label, crew, lead_pilot, monkey_lead, day_slot, created_at)
    values (server_now()::date - 3, '20:00', 'Main', '{}', 'Nazar', 'Cleo', 0,
      server_now() - interval '1 day' + interval '1 second') returning id`);
  const id = rows[0]?.id ?? '';
  const moment = await momentOf(db);
  expect(await listed(moment)).toBe(1);
  expect(await texts.one(db, moment, id)).toBeDefined();
  const isOver = () =>
    db
      .execute(sql`select from shows s where archives_at(s) <= server_now()`)
      .then(({ rowCount }) => rowCount);
  await expect.poll(isOver, { timeout: 5_000 }).toBe(1);
  // The state of before: whatever else happens on this PostgreSQL meanwhile shall not hide that the clock alone counts.
  const later = { ...moment, at: (await momentOf(db)).at };
  expect(await listed(later)).toBe(0);
  expect(await texts.one(db, later, id)).toBeUndefined();
});

it('a list is not sent again to whoever has it, until something in it changes', async () => {
  const { writer, reader } = await setUp();
  await makeShow(writer);
  const tagOf = async (known?: string) => {
    const { status, headers } = await reader.call(listShows, {}, known ? { 'if-none-match': known } : {});
    return { status, tag: String(headers.etag) };
  };
  const { tag } = await tagOf();
  expect(await tagOf(tag)).toEqual({ status: 304, tag });
  await makeShow(writer, { label: 'Main 2' });
  const changed = await tagOf(tag);
  expect(changed.status).toBe(200);
  expect(changed.tag).not.toBe(tag);
  await writer.call(updateConfig, { body: { webhook: { method: 'PUT' } } });
  expect((await tagOf(changed.tag)).status).toBe(200);
});
