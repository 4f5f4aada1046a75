import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { toPoolConfig } from './connection.ts';
import { migrate } from './migrate.ts';
import { migrationsFolder } from './migration-files.ts';
import { createTestDatabase } from './testing/database.ts';

/** The migrations of a release that came before the one named. */
function migrationsBefore(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(migrationsFolder, folder, { recursive: true });
  const file = join(folder, 'meta', '_journal.json');
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(file, 'utf8'));
  const end = journal.entries.findIndex(({ tag }) => tag.endsWith(name));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  return folder;
}

it('what is in the archive, and what was purged from it, is in the numbers from the first start on', async () => {
  const parts = await createTestDatabase('empty');
  await migrate(parts, { folder: migrationsBefore('keep_archive_facts') });
  const client = new pg.Client(toPoolConfig(parts));
  await client.connect();
  onTestFinished(() => client.end());
  const entry = {
    status: 'Completed',
    planned: 'Yes',
    launched: 'Yes',
    operator: 'Zoë',
    primaryIssue: 'Battery',
  };
  const data = {
    time: '20:00',
    entries: [{ ...entry, delaySec: 0.1 }, { ...entry, delaySec: 0.2 }, { status: 'Abort' }],
  };
  await client.query(
    `insert into show_archive (id, data, show_date, created_at, archived_at)
     select uuid_v7(), $1, day::date, now(), now() from unnest(array['2026-11-19', '2026-11-20', '2026-11-20']) day`,
    [data],
  );
  await client.query(`insert into show_archive (id, data, show_date, created_at, archived_at)
    values (uuid_v7(), '{"entries": []}', '2026-11-21', now(), now())`);
  await client.query(
    `insert into purged_daily_totals values ('2026-01-01', 3, 30, 20, 6, 4, 28, 24, 2, 4.5, 4)`,
  );

  await migrate(parts);
  const { rows } =
    await client.query(`select show_date::text, shows_count, entries_count, completed_count, avg_delay_sec,
    max_delay_sec from daily_metrics order by show_date`);
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['2026-01-01', 3, 30, 20, 2.25, 4],
    ['2026-11-19', 1, 3, 2, 0.15, 0.2],
    ['2026-11-20', 2, 6, 4, 0.15, 0.2],
    ['2026-11-21', 1, 0, 0, null, null],
  ]);
  const counts = await client.query(
    `select show_date::text, entries_count from archive_daily_counts where dimension = 'issue' order by 1`,
  );
  expect(counts.rows).toEqual([
    { show_date: '2026-11-19', entries_count: 2 },
    { show_date: '2026-11-20', entries_count: 4 },
  ]);
});
