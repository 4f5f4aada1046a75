import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toPoolConfig } from './connection.ts';
import { migrate, migrationStatus } from './migrate.ts';
import { migrationsFolder } from './migration-files.ts';
import { createTestDatabase } from './testing/database.ts';

/** A copy of the migrations that a test may spoil. */
function copyOfMigrations() {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(migrationsFolder, folder, { recursive: true });
  const journalFile = join(folder, 'meta', '_journal.json');
  return {
    folder,
    append: (name: string, text: string) => writeFileSync(join(folder, name), text, { flag: 'a' }),
    add: (tag: string, text: string) => {
      writeFileSync(join(folder, `${tag}.sql`), text);
      editJournal((entries) => [...entries, { tag, when: Date.now() }]);
    },
    editJournal,
  };
  function editJournal(change: (entries: { tag: string; when: number }[]) => object[]) {
    const journal = JSON.parse(readFileSync(journalFile, 'utf8'));
    writeFileSync(journalFile, JSON.stringify({ ...journal, entries: change(journal.entries) }));
  }
}

async function clientOf(parts: Parameters<typeof toPoolConfig>[0]) {
  const client = new pg.Client(toPoolConfig(parts));
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

describe('migrations', () => {
  it('are applied once, by whichever of six servers comes first, and all six come up', async () => {
    const parts = await createTestDatabase('empty');
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(parts)));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect((await migrationStatus(parts)).every(({ state }) => state === 'applied')).toBe(true);
  });

  it('can be placed in any schema', async () => {
    const parts = { ...(await createTestDatabase('empty')), schema: 'venue_7' };
    const client = await clientOf(parts);
    await client.query('create schema venue_7');
    await migrate(parts);
    const { rows } = await client.query(
      `select table_schema from information_schema.tables where table_name = 'shows'`,
    );
    expect(rows).toEqual([{ table_schema: 'venue_7' }]);
  });

  it('say which are pending', async () => {
    const parts = await createTestDatabase('empty');
    expect((await migrationStatus(parts)).every(({ state }) => state === 'pending')).toBe(true);
  });

  it('stop in words when an applied file was changed', async () => {
    const parts = await createTestDatabase();
    const copy = copyOfMigrations();
    copy.append('0001_tables.sql', '\n-- a harmless word');
    await expect(migrate(parts, { folder: copy.folder })).rejects.toThrow(
      '0001_tables was changed after it was applied',
    );
  });

  it('stop in words when the order was changed', async () => {
    const parts = await createTestDatabase();
    const copy = copyOfMigrations();
    copy.editJournal((entries) => entries.toReversed());
    await expect(migrate(parts, { folder: copy.folder })).rejects.toThrow('in another order');
  });

  it('let an older program go on, on a database that a newer one has added to', async () => {
    const parts = await createTestDatabase();
    const copy = copyOfMigrations();
    copy.add('0900_new', 'create table newer (id int)');
    await migrate(parts, { folder: copy.folder });
    expect(await migrate(parts)).toEqual([]);
    expect((await migrationStatus(parts)).every(({ state }) => state === 'applied')).toBe(true);
  });

  it('stop an older program in words once a migration needs one that knows more', async () => {
    const parts = await createTestDatabase();
    const copy = copyOfMigrations();
    copy.add('0900_expand', 'create table newer (id int)');
    cpSync(copy.folder, `${copy.folder}-previous`, { recursive: true });
    copy.add('0901_contract', '-- needs: 0900_expand\nalter table shows drop column restored_at cascade');
    await migrate(parts, { folder: copy.folder });
    expect(await migrate(parts, { folder: `${copy.folder}-previous` })).toEqual([]);
    await expect(migrate(parts)).rejects.toThrow('newer than this program');
  });

  it('tell when each was applied', async () => {
    const parts = await createTestDatabase('empty');
    const before = Date.now() - 60_000;
    await migrate(parts, { upTo: '0001_tables' });
    const states = await migrationStatus(parts);
    expect(states.slice(0, 3).map(({ state }) => state)).toEqual(['applied', 'applied', 'pending']);
    expect(states[0]?.appliedAt).toBeGreaterThan(before);
    expect(states[2]?.appliedAt).toBeNull();
  });

  it('are left alone by an account that may not make tables, where nothing is pending', async () => {
    const parts = await createTestDatabase();
    const client = await clientOf(parts);
    const reader = `reader_${parts.database.slice(8, 24)}`;
    await client.query(`create role ${reader} login password 'reads only'`);
    onTestFinished(async () => {
      await client.query(`drop owned by ${reader}`);
      await client.query(`drop role ${reader}`);
    });
    await client.query(
      `revoke create on schema public from public; grant select on drizzle_migrations to ${reader}`,
    );
    const asReader = { ...parts, user: reader, password: 'reads only' };
    expect(await migrate(asReader)).toEqual([]);
    const copy = copyOfMigrations();
    copy.add('0900_new', 'create table newer (id int)');
    await expect(migrate(asReader, { folder: copy.folder })).rejects.toThrow('as the owner of the tables');
  });

  it('are undone whole when a statement fails, and earlier ones stay', async () => {
    const parts = await createTestDatabase();
    const copy = copyOfMigrations();
    copy.add('0900_good', 'create table good (id int)');
    copy.add('0901_bad', 'create table half (id int);\n--> statement-breakpoint\nselect 1 / 0');
    await expect(migrate(parts, { folder: copy.folder })).rejects.toThrow('0901_bad failed and was undone');
    const client = await clientOf(parts);
    const { rows } = await client.query(`select to_regclass('good') as good, to_regclass('half') as half`);
    expect(rows).toEqual([{ good: 'good', half: null }]);
  });
});
