import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createAccessToken } from '@monkey-tracker/contract/access-tokens';
import { archiveShow } from '@monkey-tracker/contract/archive';
import { listAudit, verifyAudit } from '@monkey-tracker/contract/audit';
import { listBackups, makeBackup } from '@monkey-tracker/contract/backups';
import { createEntry } from '@monkey-tracker/contract/entries';
import { health } from '@monkey-tracker/contract/health';
import { listShows } from '@monkey-tracker/contract/shows';
import { type Manifest, readManifest } from '@monkey-tracker/db/backup/manifest';
import { restoreBackup } from '@monkey-tracker/db/backup/restore';
import { verifyBackup } from '@monkey-tracker/db/backup/verify';
import { writeBackup } from '@monkey-tracker/db/backup/write';
import { findDrift } from '@monkey-tracker/db/drift';
import { migrate } from '@monkey-tracker/db/migrate';
import { withClient } from '@monkey-tracker/db/single-client';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';
import { backupName, forgetOld, listBackupFiles } from './backup.files.ts';
import { isDue } from './schedule.ts';
import { settleRestored } from './settle.service.ts';

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A venue with two shows, one of them archived, and everything in its log. */
async function venue() {
  const server = await testApp();
  const ada = await server.as('admin');
  for (const label of ['Tonight', 'Yesterday']) {
    const show = await makeShow(ada, { label, notes: 'tab\there, "quotes", ünïcödé \\N and \\.\nnew line' });
    for (const operator of ['Alex', 'Nick', 'Robert'])
      await ada.call(createEntry, {
        params: { id: show.id },
        body: entrySample({ operator, delaySec: 0.1 }),
      });
    if (label === 'Yesterday') await ada.call(archiveShow, { params: { id: show.id } });
  }
  return { server, ada };
}

const sums = ({ tables, sequences, events }: Manifest) => ({
  tables: tables.map(({ name, rows, sha256 }) => [name, rows, sha256]),
  sequences,
  events,
});

describe('a backup', () => {
  it('brings every table of another database back byte for byte, with a whole chain, and is no way in', async () => {
    const { server, ada } = await venue();
    const script = await ada.call(createAccessToken, { body: { name: 'nightly', role: 'viewer' } });
    const folder = join(newFolder(), 'one');
    const manifest = await writeBackup(server.parts, folder);
    expect(manifest.tables.find(({ name }) => name === 'entries')).toMatchObject({ rows: 3 });
    expect(manifest.tables.map(({ name }) => name)).not.toContain('presences');
    expect((await verifyBackup(folder)).problems).toEqual([]);

    const parts = await createTestDatabase('empty');
    let copied: Manifest | undefined;
    await restoreBackup(parts, folder, {
      settle: async (aside) => {
        copied = await writeBackup(aside, join(newFolder(), 'again'));
        await settleRestored(aside, 'one');
      },
    });
    expect(copied && sums(copied)).toEqual(sums(manifest));
    expect(await findDrift(parts)).toEqual([]);

    const restored = await testApp({ beside: { ...server, parts } });
    for (const token of [ada.token, script.body.token]) {
      const asked = { url: '/api/shows', headers: { authorization: `Bearer ${token}` } };
      expect((await server.app.inject(asked)).statusCode).toBe(200);
      expect((await restored.app.inject(asked)).statusCode).toBe(401);
    }
    const admin = await restored.as('admin');
    expect((await admin.call(verifyAudit, {})).body.whole).toBe(true);
    expect((await admin.call(listShows, {})).body.shows).toEqual((await ada.call(listShows, {})).body.shows);
    const { events } = (await admin.call(listAudit, { query: { type: 'backup.restored' } })).body;
    expect(events).toMatchObject([
      { after: { backup: 'one', sessionsEnded: 1, tokensRevoked: 1, webhookPaused: false } },
    ]);
    // The triggers are back at work.
    await expect(restored.app.database.pool.query('delete from events')).rejects.toThrow('append-only');
    await makeShow(admin);
    expect((await admin.call(verifyAudit, {})).body.whole).toBe(true);
  });

  it('is of one instant, while people go on writing', async () => {
    const { server, ada } = await venue();
    const show = await makeShow(ada, { date: '2031-01-01' });
    const writing = new AbortController();
    const write = async () => {
      for (let count = 0; !writing.signal.aborted; count += 1)
        await ada.call(createEntry, {
          params: { id: show.id },
          body: entrySample({ operator: `Pilot ${count}` }),
        });
    };
    const hand = write();
    const manifest = await writeBackup(server.parts, join(newFolder(), 'busy'));
    writing.abort();
    await hand;
    const rowsOf = (table: string) => manifest.tables.find(({ name }) => name === table)?.rows;
    expect(rowsOf('events')).toBe(manifest.events.count);
  });

  it('that was damaged is found out, and is not restored', async () => {
    const { server } = await venue();
    const folder = join(newFolder(), 'one');
    await writeBackup(server.parts, folder);
    const file = join(folder, 'users.copy.gz');
    writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)).toString().replace('admin', 'owner')));
    rmSync(join(folder, 'shows.copy.gz'));
    expect((await verifyBackup(folder)).problems).toEqual([
      'shows.copy.gz is missing.',
      'users.copy.gz is not as it was written: its checksum differs.',
    ]);
    const parts = await createTestDatabase('empty');
    await expect(restoreBackup(parts, folder)).rejects.toThrow('The backup is damaged');
  });

  it('whose log was forged does not come back, although every checksum fits', async () => {
    const { server } = await venue();
    await withClient(server.parts, async (client) => {
      await client.query('alter table events disable trigger user');
      await client.query(`update events set type = 'show.deleted' where seq = 2`);
    });
    const folder = join(newFolder(), 'forged');
    await writeBackup(server.parts, folder);
    const parts = await createTestDatabase('empty');
    await expect(restoreBackup(parts, folder)).rejects.toThrow('chain of the log is broken at event 2');
    const left = await withClient(parts, (client) =>
      client.query(`select nspname from pg_namespace where nspname like 'mt\\_%'`),
    );
    expect(left.rows).toEqual([]);
  });

  it('does not touch a database with data unless told, and then puts them aside', async () => {
    const { server } = await venue();
    const folder = join(newFolder(), 'one');
    const manifest = await writeBackup(server.parts, folder);
    const other = await venue();
    await expect(restoreBackup(other.server.parts, folder)).rejects.toThrow('holds data already');
    const { former } = await restoreBackup(other.server.parts, folder, { replace: true });
    const { tables } = await writeBackup(other.server.parts, join(newFolder(), 'again'));
    expect(tables.map(({ sha256 }) => sha256)).toEqual(manifest.tables.map(({ sha256 }) => sha256));
    const rows = await withClient(other.server.parts, (client) =>
      client.query(`select count(*)::int as entries from ${former}.entries`),
    );
    expect(rows.rows).toEqual([{ entries: 3 }]);
  });

  it('waits until the servers are stopped', async () => {
    const { server } = await venue();
    const folder = join(newFolder(), 'one');
    await writeBackup(server.parts, folder);
    const parts = { ...(await createTestDatabase()), applicationName: 'monkey-tracker' };
    await withClient(parts, () =>
      expect(restoreBackup({ ...parts, applicationName: 'mt' }, folder)).rejects.toThrow('Stop it first'),
    );
  });

  it('of the first release that kept data comes back upgraded', async () => {
    const old = await createTestDatabase('empty');
    await migrate(old, { upTo: '0002_guarantees' });
    await withClient(old, async (client) => {
      await client.query(
        `insert into users (email, display_name, password_hash) values ('ada@example.org', 'Ada', 'x')`,
      );
      await client.query(`insert into shows (date, time, label, lead_pilot, monkey_lead)
        values ('2026-01-31', '20:00', 'Main', 'Nazar', 'Cleo')`);
      await client.query(
        `insert into events (seq, at, type, prev_hash, hash) values (0, now(), 'show.created', '', '')`,
      );
    });
    const folder = join(newFolder(), 'old');
    await writeBackup(old, folder);
    const parts = await createTestDatabase('empty');
    const { upgraded } = await restoreBackup(parts, folder);
    expect(upgraded.length).toBeGreaterThan(0);
    expect(await findDrift(parts)).toEqual([]);
    const { rows } = await withClient(parts, (client) =>
      client.query('select label, email, (verify_events()).broken_at from shows, users'),
    );
    expect(rows).toEqual([{ label: 'Main', email: 'ada@example.org', broken_at: null }]);
  });

  it('of a newer release is refused in words', async () => {
    const { server } = await venue();
    const folder = join(newFolder(), 'newer');
    await writeBackup(server.parts, folder);
    const file = join(folder, 'manifest.json');
    const manifest = await readManifest(folder);
    manifest.migrations.push({ name: null, hash: 'f'.repeat(64) });
    writeFileSync(file, JSON.stringify(manifest));
    await expect(restoreBackup(await createTestDatabase('empty'), folder)).rejects.toThrow('a newer one');
  });
});

describe('daily backups', () => {
  it('are due once a day after their time, and made up for', () => {
    const at = (text: string) => new Date(`2026-05-04T${text}:00`);
    expect(isDue('03:30', at('03:29'), at('00:00').getTime() - 20 * 3_600_000)).toBe(false);
    expect(isDue('03:30', at('03:30'), at('00:00').getTime())).toBe(true);
    expect(isDue('03:30', at('12:00'), at('03:31').getTime())).toBe(false);
    expect(isDue('03:30', at('12:00'), null)).toBe(true);
  });

  it('are shown to administrators, made on demand, and only so many are kept', async () => {
    const folder = newFolder();
    const server = await testApp({ environment: { BACKUP_DIR: folder, BACKUP_AT: '03:30', BACKUP_KEEP: 2 } });
    const admin = await server.as('admin');
    expect((await admin.call(listBackups, {})).body).toMatchObject({
      state: { newestAt: null },
      backups: [],
    });
    const now = new Date();
    const daily = await server.app.backups.makeIfDue(now);
    expect(daily).toMatchObject({ daily: true, events: 0 });
    expect(await server.app.backups.makeIfDue(now)).toBeUndefined();

    expect((await admin.call(makeBackup, {})).status).toBe(201);
    const { details } = (await admin.call(health, {})).body;
    expect(details?.backups).toMatchObject({
      at: '03:30',
      running: false,
      failure: null,
      newestAt: expect.any(Number),
    });
    expect(await forgetOld(folder, 0)).toEqual([daily?.name]);
    expect((await listBackupFiles(folder)).map((one) => one.daily)).toEqual([false]);
  });

  it('that people make within one second are all kept', async () => {
    const folder = newFolder();
    const server = await testApp({ environment: { BACKUP_DIR: folder, BACKUP_AT: '03:30' } });
    const began = Date.now();
    const taken = Array.from({ length: 60 }, (_, n) => backupName(new Date(began + n * 1_000), false));
    for (const name of taken) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'kept'), '');
    }
    const made = await (await server.as('admin')).call(makeBackup, {});
    expect(made).toMatchObject({
      status: 201,
      body: { name: expect.stringMatching(/^monkey-tracker-\d{8}T\d{6}Z$/) },
    });
    expect(taken).not.toContain(made.body.name);
  });

  it('say why they failed, and leave nothing half-made', async () => {
    const folder = newFolder();
    const server = await testApp({ environment: { BACKUP_DIR: folder, BACKUP_AT: '03:30' } });
    await server.app.database.pool.query('drop table event_head');
    await expect(server.app.backups.makeNow()).rejects.toThrow();
    expect(await server.app.backups.state()).toMatchObject({
      failure: expect.stringContaining('event_head'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are off where the settings say so', async () => {
    const server = await testApp();
    const refused = await (await server.as('admin')).call(makeBackup, {});
    expect(refused).toMatchObject({ status: 409, problem: { code: 'backups.off' } });
  });
});
