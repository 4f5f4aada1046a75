import { listArchive } from '@monkey-tracker/contract/archive';
import { importLegacy, type ImportReport } from '@monkey-tracker/contract/import';
import { createShow, listShows, type Show } from '@monkey-tracker/contract/shows';
import { readStaff } from '@monkey-tracker/contract/staff';
import { events } from '@monkey-tracker/db/schema/events';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inUnit } from '../../platform/change.ts';
import { type Client, type TestApp, testApp } from '../../testing/app.ts';
import { showSample } from '../../testing/samples.ts';
import { atTheirTime, legacy, legacyShow, sorted } from './testing/legacy.ts';

const all = sorted([...legacy.archive.shows, ...legacy.shows.shows]);
const nothing = { imported: 0, present: 0, refused: 0 };

async function bring(admin: Client, source: object, dryRun = false): Promise<ImportReport> {
  const brought = await admin.call(importLegacy, { body: source, query: { dryRun: String(dryRun) } });
  expect(brought.status).toBe(200);
  return brought.body;
}

async function readBack(client: Client) {
  const live = await client.call(listShows, {});
  const archive = await client.call(listArchive, {});
  return {
    live: live.body.shows,
    archive: archive.body.shows,
    all: sorted([...live.body.shows, ...archive.body.shows]),
  };
}

const old = (): Promise<TestApp> => testApp({ clockOffset: atTheirTime() });

test('176 shows and 1,794 entries arrive with every field as it was', async () => {
  const admin = await (await old()).as('admin');
  const report = await bring(admin, { ...legacy, archive: legacy.archive.shows });
  expect(report).toMatchObject({
    shows: { ...nothing, imported: 3 },
    archive: { ...nothing, imported: 173 },
    entries: { ...nothing, imported: 1_794 },
    names: { ...nothing, imported: 26 },
    refused: [],
    purgeDue: 0,
  });
  const now = await readBack(admin);
  expect([now.live.length, now.archive.length]).toEqual([3, 173]);
  expect(now.all).toMatchObject(all);
  expect(now.archive.some((show) => 'deletedAt' in show)).toBe(false);
});

test('a live show stands in the log as it came, so that the log alone can make it again', async () => {
  const server = await old();
  const admin = await server.as('admin');
  await bring(admin, legacy);
  const told = await server.app.database.db.select().from(events).where(eq(events.type, 'show.created'));
  const { live } = await readBack(admin);
  expect(sorted(told.map(({ after }) => after as Show))).toEqual(sorted(live));
});

test('a missing delay stays missing and a zero stays a zero', async () => {
  const admin = await (await old()).as('admin');
  await bring(admin, legacy);
  const delays = (await readBack(admin)).all.flatMap((show) => show.entries.map((entry) => entry.delaySec));
  expect(delays.filter((delay) => delay === null)).toHaveLength(763);
  expect(delays.filter((delay) => delay === 0)).toHaveLength(376);
});

test('importing twice changes nothing and reports all as present', async () => {
  const admin = await (await old()).as('admin');
  await bring(admin, legacy);
  const before = [await readBack(admin), (await admin.call(readStaff, {})).body];
  const report = await bring(admin, legacy);
  expect(report).toMatchObject({
    shows: { ...nothing, present: 3 },
    archive: { ...nothing, present: 173 },
    entries: { ...nothing, present: 1_794 },
    names: { ...nothing, present: 26 },
    refused: [],
  });
  expect([await readBack(admin), (await admin.call(readStaff, {})).body]).toEqual(before);
});

test('a dry run reports the same and changes nothing', async () => {
  const admin = await (await old()).as('admin');
  const rehearsal = await bring(admin, legacy, true);
  expect((await readBack(admin)).all).toEqual([]);
  expect((await admin.call(readStaff, {})).body.pilots).toEqual([]);
  expect(await bring(admin, legacy)).toEqual({ ...rehearsal, dryRun: false });
});

test('names join the rosters that are here, and nobody leaves', async () => {
  const admin = await (await testApp()).as('admin');
  await bring(admin, { staff: { crew: ['Zoë', ' Alex '], pilots: ['李雷'], monkeyLeads: [] } });
  const report = await bring(admin, { staff: { crew: ['Alex', 'Nick', 7], pilots: [] } });
  expect(report.names).toEqual({ imported: 1, present: 1, refused: 1 });
  expect(report.refused).toEqual([
    { source: 'staff.crew[2]', id: null, reason: expect.stringContaining('string') },
  ]);
  expect((await admin.call(readStaff, {})).body).toEqual({
    crew: ['Alex', 'Nick', 'Zoë'],
    pilots: ['李雷'],
    monkeyLeads: [],
  });
});

test('a broken record is refused with its field and the reason, and the rest is taken', async () => {
  const admin = await (await testApp()).as('admin');
  const good = legacyShow();
  const broken = [
    legacyShow({ id: 'seven' }),
    legacyShow({ date: '2026-02-30' }),
    legacyShow({ label: 'half \ud83d' }),
    legacyShow({}, { delaySec: -1 }),
    legacyShow({}, { delaySec: '12' }),
    legacyShow({}, { status: 'Finished' }),
    legacyShow({ entries: 'many' }),
    null,
  ].map((show) => show && { ...show, archivedAt: good.createdAt });
  const report = await bring(admin, { archive: [{ ...good, archivedAt: good.createdAt }, ...broken] });
  expect(report.archive).toEqual({ imported: 1, present: 0, refused: 8 });
  expect(report.refused.map(({ source, reason }) => `${source} ${reason.split(':')[0]}`)).toEqual([
    'archive[1] id',
    'archive[2] date',
    'archive[3] label',
    'archive[4] entries.0.delaySec',
    'archive[5] entries.0.delaySec',
    'archive[6] entries.0.status',
    'archive[7] entries',
    expect.stringContaining('archive[8]'),
  ]);
});

test('an archived show keeps fields that nobody knows, a live one with such a field is refused by its name', async () => {
  const admin = await (await testApp()).as('admin');
  const archived = { ...legacyShow({ weather: { wind: 'light' } }, { rpm: 12 }), archivedAt: Date.now() };
  const report = await bring(admin, { archive: [archived], shows: [legacyShow({ weather: 'calm' })] });
  expect(report.refused).toMatchObject([{ source: 'shows[0]', reason: 'Unknown field: weather' }]);
  expect((await readBack(admin)).archive).toMatchObject([{ weather: { wind: 'light' } }]);
});

test('live shows keep the rules: five a day, one entry for a pilot, and those of an entry', async () => {
  const admin = await (await testApp()).as('admin');
  const typed = await admin.call(createShow, { body: showSample({ date: '2099-01-01' }) });
  const onThatDay = Array.from({ length: 5 }, (_, slot) =>
    legacyShow({ date: '2099-01-01', label: `Slot ${slot}` }),
  );
  const twice = legacyShow();
  twice.entries.push({
    ...legacyShow().entries[0],
    operator: ` ${twice.entries[0]?.operator}`.toUpperCase(),
  });
  const contradiction = legacyShow({}, { planned: 'No', launched: 'Yes' });
  const report = await bring(admin, { shows: [...onThatDay, twice, contradiction] });
  expect(report.shows).toEqual({ imported: 4, present: 0, refused: 3 });
  expect(report.refused.map(({ source, reason }) => [source, reason])).toEqual([
    ['shows[4]', 'Daily show limit reached. Maximum of 5 shows per date.'],
    ['shows[5]', 'entries: A pilot has two entries in this show'],
    ['shows[6]', expect.stringContaining('entries.0.launched')],
  ]);
  expect((await readBack(admin)).live.map((show) => show.id)).toContain(typed.body.id);
});

test('a show that was live there and is archived here is present, and so is one that stands in both lists', async () => {
  const admin = await (await testApp()).as('admin');
  const show = legacyShow();
  const archived = { ...show, archivedAt: Date.now(), deletedAt: Date.now() };
  const report = await bring(admin, { archive: [archived, archived], shows: [show] });
  expect([report.archive, report.shows]).toEqual([
    { imported: 1, present: 1, refused: 0 },
    { ...nothing, present: 1 },
  ]);
  expect((await bring(admin, { shows: [show] })).shows).toEqual({ ...nothing, present: 1 });
  expect((await readBack(admin)).archive).toMatchObject([{ id: show.id, deletedAt: archived.deletedAt }]);
});

test('one id with two contents is taken once and the other is refused', async () => {
  const admin = await (await testApp()).as('admin');
  const show = { ...legacyShow(), archivedAt: Date.now() };
  const report = await bring(admin, { archive: [show, { ...show, label: 'Another' }] });
  expect(report.archive).toEqual({ imported: 1, present: 0, refused: 1 });
  expect(report.refused[0]?.reason).toContain('archive[0]');
});

test('the report counts what retention would purge at its next run', async () => {
  const admin = await (await testApp()).as('admin');
  const ancient = { ...legacyShow({ createdAt: 0, date: '1970-01-01' }), archivedAt: 1 };
  expect(await bring(admin, { archive: [ancient] }, true)).toMatchObject({
    purgeDue: 1,
    archive: { imported: 1 },
  });
});

test('a show that retention has purged here is not taken again, lest its numbers count twice', async () => {
  const server = await testApp();
  const admin = await server.as('admin');
  const show = legacyShow();
  await inUnit(server.app.database.db, { actorId: null, requestId: null }, async ({ record }) =>
    record({ type: 'archive.purged', subjectId: null, after: { shows: [show.id] } }),
  );
  const report = await bring(admin, { archive: [{ ...show, archivedAt: Date.now() }], shows: [show] });
  expect(report.refused).toMatchObject([{ source: 'archive[0]', reason: expect.stringContaining('purged') }]);
  expect((await readBack(admin)).all).toEqual([]);
});

test('only an administrator imports', async () => {
  const server = await testApp();
  for (const role of ['viewer', 'dispatcher'] as const) {
    expect((await (await server.as(role)).call(importLegacy, { body: {} })).status).toBe(403);
  }
});
