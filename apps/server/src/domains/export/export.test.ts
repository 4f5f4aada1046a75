import { archiveShow, deleteShow, restoreShow } from '@monkey-tracker/contract/archive';
import { createEntry } from '@monkey-tracker/contract/entries';
import { importLegacy } from '@monkey-tracker/contract/import';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';
import { atTheirTime, legacy } from '../import/testing/legacy.ts';
import { cellsOf, download, readCsv, unzip } from './testing/files.ts';

const columns =
  'showId,showDate,showTime,showLabel,crew,leadPilot,monkeyLead,showNotes,entryId,unitId,planned,launched,status,' +
  'primaryIssue,subIssue,otherDetail,severity,rootCause,actions,operator,batteryId,delaySec,commandRx,notes';

async function old() {
  const server = await testApp({ clockOffset: atTheirTime() });
  const admin = await server.as('admin');
  await admin.call(importLegacy, { body: legacy });
  return { server, admin, get: (url: string) => download(server, admin, `/api/export/${url}`) };
}

/** One show with one entry whose text is whatever is given. */
async function withEntry(change: Parameters<typeof entrySample>[0]) {
  const server = await testApp();
  const dispatcher = await server.as('dispatcher');
  const { id } = await makeShow(dispatcher, { label: 'Gala “2” Ü', crew: ['Alex', 'Zoë'], notes: '=1+1' });
  await dispatcher.call(createEntry, { params: { id }, body: entrySample(change) });
  return { server, dispatcher, id, get: (url: string) => download(server, dispatcher, `/api/export/${url}`) };
}

describe('CSV', () => {
  it('has the 24 columns in order and every entry once, as it is in the records', async () => {
    const { get } = await old();
    const answer = await get('entries');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="monkey-tracker_entries_first_last_all.csv"',
      'x-entries-total': '1794',
    });
    const [header, ...rows] = readCsv(answer.text);
    expect(header?.join()).toBe(columns);
    const text = (value: unknown) =>
      Array.isArray(value) ? value.join('|') : `${(value as string | number | null) ?? ''}`;
    const safe = (value: string) => (/^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value);
    const blank = ['primaryIssue', 'subIssue', 'otherDetail', 'severity', 'rootCause'];
    const expected = [...legacy.archive.shows, ...legacy.shows.shows].flatMap((show) =>
      show.entries.map((entry) =>
        columns.split(',').map((column) => {
          if (column === 'showId') return show.id;
          if (column === 'entryId') return entry.id;
          if (column === 'delaySec') return text(entry.delaySec);
          if (entry.status === 'Completed' && blank.includes(column)) return '';
          const ofShow = column.replace(/^show(.)/, (_, letter: string) => letter.toLowerCase());
          const isShows = column !== ofShow || ['crew', 'leadPilot', 'monkeyLead'].includes(column);
          return safe(text(isShows ? show[ofShow] : entry[column]));
        }),
      ),
    );
    const byId = (a: (string | undefined)[], b: (string | undefined)[]) =>
      (a[8] ?? '') < (b[8] ?? '') ? -1 : 1;
    expect(rows.toSorted(byId)).toEqual(expected.toSorted(byId));
    const dates = rows.map(([, date = '', time = '']) => `${date} ${time}`);
    expect(dates).toEqual(dates.toSorted());
  });

  it('blanks the issue of a Completed entry in the 24 columns alone, and never anything with all columns', async () => {
    const { get } = await withEntry({ primaryIssue: 'Battery', severity: 'Minor contained', delaySec: 0 });
    const [, standard = []] = readCsv((await get('entries')).text);
    expect(standard.slice(13, 18)).toEqual(['', '', '', '', '']);
    const [header = [], whole = []] = readCsv((await get('entries?columns=all')).text);
    expect(header.slice(0, 24).join()).toBe(columns);
    expect(whole.slice(13, 18)).toEqual(['Battery', '', '', 'Minor contained', '']);
    expect(whole[header.indexOf('delaySec')]).toBe('0');
    expect(whole[header.indexOf('entryCreatedAt')]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(whole[header.indexOf('archivedAt')]).toBe('');
  });

  it('begins with a byte order mark where one is asked for, and ends lines with LF', async () => {
    const { get } = await withEntry({});
    const [plain, marked] = [await get('entries'), await get('entries?bom=1')];
    expect(marked.bytes).toEqual(Buffer.concat([Buffer.from('efbbbf', 'hex'), plain.bytes]));
    expect(plain.text).not.toContain('\r');
    expect(plain.text.endsWith('\n')).toBe(true);
  });

  it.each(['=cmd|calc', '+1', '-2 % in 40 s', '@SUM(A1)', '＝1'])(
    'makes the text %s harmless, and leaves numbers numbers',
    async (notes) => {
      const { get } = await withEntry({ notes, delaySec: 1e-7 });
      const [, row = []] = readCsv((await get('entries')).text);
      expect([row[7], row[21], row[23]]).toEqual([`'=1+1`, '1e-7', `'${notes}`]);
    },
  );

  it('carries quotes, commas, lines and every script', async () => {
    const notes = 'a "b", c\nd\te 🪫 李雷';
    const { get } = await withEntry({ notes });
    expect(readCsv((await get('entries')).text)[1]?.[23]).toBe(notes);
  });
});

describe('what is exported', () => {
  it('is what is live, archived or both, between two dates of the shows', async () => {
    const { get } = await old();
    const entriesIn = async (query: string) => readCsv((await get(`entries?${query}`)).text).length - 1;
    const count = (shows: typeof legacy.shows.shows) =>
      shows.reduce((sum, { entries }) => sum + entries.length, 0);
    expect(await entriesIn('scope=live')).toBe(count(legacy.shows.shows));
    expect(await entriesIn('scope=archive')).toBe(count(legacy.archive.shows));
    const november = legacy.archive.shows.filter(
      ({ date }) => String(date) >= '2026-11-01' && String(date) <= '2026-11-10',
    );
    expect(await entriesIn('scope=archive&from=2026-11-01&to=2026-11-10')).toBe(count(november));
    expect((await get('entries?from=2026-11-02&to=2026-11-01')).status).toBe(400);
  });

  it('is one show, live or archived, under a name that sorts', async () => {
    const { get, id, dispatcher } = await withEntry({});
    const live = await get(`shows/${id}`);
    expect(live.headers['content-disposition']).toMatch(
      /filename="monkey-tracker_show_\d{4}-\d\d-\d\d_2000_gala-2-u\.csv"/,
    );
    await dispatcher.call(archiveShow, { params: { id } });
    expect((await get(`shows/${id}`)).text).toBe(live.text);
    expect((await get(`shows/${crypto.randomUUID()}`)).status).toBe(404);
  });

  it('is not for viewers', async () => {
    const { server } = await withEntry({});
    const viewer = await server.as('viewer');
    expect((await download(server, viewer, '/api/export/entries')).status).toBe(403);
  });
});

describe('JSON', () => {
  it('comes back byte for byte from another installation that imports it', async () => {
    const { get, admin } = await old();
    const first = await get('entries?format=json');
    const other = await testApp({ clockOffset: atTheirTime() });
    const theirs = await other.as('admin');
    const report = await theirs.call(importLegacy, { body: JSON.parse(first.text) });
    expect(report.body).toMatchObject({ archive: { imported: 173 }, shows: { imported: 3 }, refused: [] });
    const second = await download(other, theirs, '/api/export/entries?format=json');
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(admin.userId).not.toBe(theirs.userId);
  });

  it('keeps who made and deleted a show through a restored database', async () => {
    const { get, id, dispatcher } = await withEntry({ delaySec: 1e-7, notes: '=1' });
    await dispatcher.call(deleteShow, { params: { id } });
    const first = await get(`shows/${id}?format=json`);
    expect(JSON.parse(first.text)).toMatchObject({
      shows: [],
      archive: [{ createdBy: dispatcher.userId, deletedAt: expect.any(Number), notes: '=1+1' }],
    });
    const other = await testApp();
    const theirs = await other.as('admin');
    await theirs.call(importLegacy, { body: JSON.parse(first.text) });
    const second = await download(other, theirs, `/api/export/shows/${id}?format=json`);
    expect(second.text).toBe(first.text);
    // A live show names people of this installation only.
    expect((await theirs.call(restoreShow, { params: { id } })).body).toMatchObject({ id, createdBy: null });
  });
});

describe('XLSX', () => {
  it('holds the same rows as the CSV, texts as texts and numbers as numbers', async () => {
    const { get } = await old();
    const files = unzip((await get('entries?format=xlsx')).bytes);
    expect([...files.keys()]).toContain('[Content_Types].xml');
    const cells = cellsOf(files.get('xl/worksheets/sheet1.xml') ?? '');
    const unsafe = (value: string) => value.replace(/^'(?=[=+\-@\t\r\n])/, '');
    const rows = readCsv((await get('entries')).text);
    expect(cells.map((row) => row.map(String))).toEqual(rows.map((row) => row.map(unsafe)));
    const delays = cells.slice(1).map((row) => row[21]);
    expect(delays.filter((delay) => typeof delay === 'number')).toHaveLength(1_794 - 763);
  });
});
