import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportSource } from '@monkey-tracker/contract/import';
import { expect, onTestFinished, test } from 'vitest';
import { testApp } from '../../../testing/app.ts';
import { importLegacy } from '../import.service.ts';
import { atTheirTime, fixtures, legacy } from '../testing/legacy.ts';
import { restoreDump } from '../testing/old-database.ts';
import { readSource } from './source.ts';

const inPublic = { schema: 'public' };
const byId = (records: unknown[] = []) =>
  (records as { id: string }[]).toSorted((a, b) => (a.id < b.id ? -1 : 1));
const ordered = ({ shows, archive, staff }: ImportSource) => ({
  shows: byId(shows),
  archive: byId(archive),
  staff,
});
const answers = { shows: byId(legacy.shows.shows), archive: byId(legacy.archive.shows), staff: legacy.staff };

/** Rosters have no order in the old tables. */
const withStaffSorted = (source: ReturnType<typeof ordered>) => ({
  ...source,
  staff: Object.fromEntries(
    Object.entries(source.staff as Record<string, string[]>).map(([name, names]) => [name, names.toSorted()]),
  ),
});

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mt-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

test("a folder of the old server's answers is read whole", async () => {
  expect(ordered(await readSource(fixtures, inPublic))).toEqual(answers);
});

test('one file is known by what is in it, whatever its name', async () => {
  expect(await readSource(`${fixtures}/archive.json`, inPublic)).toEqual({ archive: legacy.archive.shows });
  expect(await readSource(`${fixtures}/shows.json`, inPublic)).toEqual({ shows: legacy.shows.shows });
  expect(await readSource(`${fixtures}/staff.json`, inPublic)).toEqual({ staff: legacy.staff });
  const folder = folderWith({
    'list.json': JSON.stringify(legacy.archive.shows),
    'all.json': JSON.stringify(legacy),
  });
  expect(await readSource(`${folder}/list.json`, inPublic)).toEqual({ archive: legacy.archive.shows });
  expect(ordered(await readSource(`${folder}/all.json`, inPublic))).toEqual(answers);
});

test('a dump of the old database says the same as its answers', async () => {
  const dumped = ordered(await readSource(`${fixtures}/legacy.sql`, inPublic));
  expect(withStaffSorted(dumped)).toEqual(withStaffSorted(answers));
});

test('the old database itself says the same, and is imported from its URL', async () => {
  const { app, parts } = await testApp({ clockOffset: atTheirTime() });
  const url = await restoreDump(parts, 'old_tracker');
  const source = await readSource(url, { schema: 'old_tracker' });
  expect(withStaffSorted(ordered(source))).toEqual(withStaffSorted(answers));
  const report = await importLegacy({ db: app.database.db, actorId: null, requestId: null }, source);
  expect([report.shows.imported, report.archive.imported, report.entries.imported]).toEqual([3, 173, 1_794]);
});

test('a source that cannot be read says so in words', async () => {
  const folder = folderWith({
    'broken.json': '{"shows": [',
    'other.json': '{"a": 1}',
    'inserts.sql': 'INSERT INTO x;',
  });
  await expect(readSource(`${folder}/none`, inPublic)).rejects.toThrow('There is nothing at');
  await expect(readSource(`${folder}/broken.json`, inPublic)).rejects.toThrow('is not JSON');
  await expect(readSource(`${folder}/other.json`, inPublic)).rejects.toThrow('neither shows nor an archive');
  await expect(readSource(`${folder}/inserts.sql`, inPublic)).rejects.toThrow('no COPY data');
  await expect(readSource('postgres://nobody@127.0.0.1:1/none', inPublic)).rejects.toThrow('cannot be read');
});
