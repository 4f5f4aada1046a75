import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBackup } from '@monkey-tracker/db/backup/write';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { grantStatements } from '@monkey-tracker/db/roles';
import { withClient } from '@monkey-tracker/db/single-client';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readEnvironment } from '../../platform/environment.ts';
import { databaseEnv, mt } from '../testing/mt.ts';
import { judgeTls, judgeVersion } from './database.ts';
import { examine } from './examine.ts';
import { judgeDisk } from './surroundings.ts';

const secret = 'a secret of the tests, long enough to be one';
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

async function patient(change: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const parts = await createTestDatabase();
  await run(parts, 'update app_config set last_sweep_at = server_now()');
  const env = { DATA_DIR: folder, JWT_SECRET: secret, PASSWORD_PEPPER: secret, ...change };
  const about = async (name: string, { seenBy = parts, now = new Date() } = {}) => {
    const findings = await examine(readEnvironment(env), seenBy, now);
    return findings.find((finding) => finding.name === name);
  };
  return { parts, folder, about };
}

const run = (parts: ConnectionParts, statement: string) =>
  withClient(parts, (client) => client.query(statement));

describe('the doctor', () => {
  it('says in a word and an exit code whether all is well', async () => {
    const { parts, folder } = await patient();
    const env = { ...databaseEnv(parts), DATA_DIR: folder };
    const examined = await mt(['doctor', '--json'], env);
    const states = Object.fromEntries(
      JSON.parse(examined.out).map(({ name, state }: { name: string; state: string }) => [name, state]),
    );
    expect(states).toMatchObject({ version: 'ok', tls: 'ok', migrations: 'ok', clock: 'ok', sweep: 'ok' });
    // The account of the tests is a superuser.
    expect(states).toMatchObject({ rights: 'warning', backups: 'warning' });
    expect(examined.code).toBe(2);
    await run(parts, 'delete from drizzle_migrations where id = (select max(id) from drizzle_migrations)');
    const ill = await mt(['doctor'], env);
    expect(ill.code).toBe(3);
    expect(ill.out).toMatch(/✗ problem +migrations +1 migrations are pending.*\n +→ Run `mt migrate`\./);
  });

  it('sees an environment and a database that cannot be used', async () => {
    expect(await mt(['doctor'], { PORT: 'many' })).toMatchObject({
      code: 3,
      out: expect.stringContaining('PORT: '),
    });
    const { parts, about } = await patient();
    expect(await about('database', { seenBy: { ...parts, port: 1 } })).toMatchObject({
      state: 'problem',
      found: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('sees plain http and a server on all addresses', async () => {
    const plain = await patient({ PUBLIC_URL: 'http://shows.example.org' });
    expect(await plain.about('environment')).toMatchObject({
      state: 'warning',
      advice: expect.stringContaining('TLS'),
    });
    const open = await patient({ HOST: '0.0.0.0' });
    expect(await open.about('environment')).toMatchObject({ state: 'warning', advice: 'Set PUBLIC_URL.' });
  });

  it('sees secrets that others can read', async () => {
    const { folder, about } = await patient();
    mkdirSync(join(folder, 'secrets'), { mode: 0o700 });
    expect(await about('secrets')).toMatchObject({ state: 'ok' });
    chmodSync(join(folder, 'secrets'), 0o755);
    expect(await about('secrets')).toMatchObject({
      state: 'problem',
      advice: expect.stringContaining('chmod 700'),
    });
  });

  it('looks for room where DATA_DIR will be, while nobody has made it yet', async () => {
    const { about } = await patient({ DATA_DIR: join(tmpdir(), 'monkey-tracker-not-made', 'yet') });
    expect(await about('disk')).toMatchObject({ found: expect.stringContaining(`are free in ${tmpdir()}.`) });
  });

  it('sees a database that takes no writes', async () => {
    const { parts, about } = await patient();
    expect(await about('writable')).toMatchObject({ state: 'ok' });
    await run(parts, `alter database ${parts.database} set default_transaction_read_only = on`);
    expect(await about('writable')).toMatchObject({
      state: 'problem',
      advice: expect.stringContaining('default_transaction_read_only'),
    });
  });

  it('sees a disk that fills up', () => {
    const gib = 1024 ** 3;
    expect(judgeDisk('/', 50 * gib, 100 * gib).state).toBe('ok');
    expect(judgeDisk('/', 5 * gib, 100 * gib).state).toBe('warning');
    expect(judgeDisk('/', 0.1 * gib, 4 * gib).state).toBe('problem');
  });

  it('sees a PostgreSQL that is too old, too new or not in UTF-8', () => {
    expect(judgeVersion(130_020, 'UTF8').state).toBe('problem');
    expect(judgeVersion(140_000, 'UTF8').state).toBe('ok');
    expect(judgeVersion(180_000, 'SQL_ASCII').state).toBe('problem');
    expect(judgeVersion(190_000, 'UTF8').state).toBe('warning');
  });

  it('sees a connection that is not encrypted, or whose certificate nobody checks', () => {
    expect(judgeTls('db.example', 'disable', false).state).toBe('warning');
    expect(judgeTls('db.example', 'require', true).state).toBe('warning');
    expect(judgeTls('db.example', 'verify-full', true).state).toBe('ok');
    expect(judgeTls('127.0.0.1', 'disable', false).state).toBe('ok');
  });

  it('sees an account that may not use the tables', async () => {
    const { parts, about } = await patient();
    const reader = `reader_${parts.database.slice(8, 24)}`;
    await run(parts, `create role ${reader} login password 'x'`);
    await run(parts, `grant select on all tables in schema public to ${reader}`);
    onTestFinished(async () => void (await run(parts, `drop owned by ${reader}; drop role ${reader}`)));
    const seenBy = { ...parts, user: reader, password: 'x' };
    expect(await about('rights', { seenBy })).toMatchObject({
      state: 'problem',
      found: expect.stringContaining(reader),
    });
  });

  it('sees an account that can do more than its work, or less', async () => {
    const { parts, about } = await patient({ DATABASE_URL: 'postgres://elsewhere/monkey_tracker' });
    const name = `app_${parts.database.slice(8, 24)}`;
    await run(parts, `create role ${name} login password 'x'`);
    onTestFinished(async () => void (await run(parts, `drop owned by ${name}; drop role ${name}`)));
    const seenBy = { ...parts, user: name, password: 'x' };
    const grants = grantStatements(parts.schema, parts.database, { kind: 'app', name });
    await run(parts, grants.join(';'));
    expect(await about('rights', { seenBy })).toMatchObject({ state: 'ok' });
    await run(parts, 'grant create on schema public to public');
    expect(await about('rights', { seenBy })).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('can make tables'),
    });
    await run(parts, `grant delete on show_archive to ${name}`);
    expect(await about('rights', { seenBy })).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('delete snapshots'),
      advice: expect.stringContaining('`mt roles`'),
    });
    await run(parts, `revoke execute on function restore_snapshot from ${name}`);
    expect(await about('rights', { seenBy })).toMatchObject({ state: 'problem' });
  });

  it('sees functions with more rights than their callers that can be led astray', async () => {
    const { parts, about } = await patient();
    // What others have in the schema is theirs.
    await run(parts, `create function of_others() returns int language sql security definer as 'select 1'`);
    expect(await about('functions')).toMatchObject({ state: 'ok' });
    await run(parts, 'alter function purge_snapshots set search_path = public');
    expect(await about('functions')).toMatchObject({
      state: 'problem',
      found: expect.stringContaining('purge_snapshots(integer)'),
      advice: expect.stringContaining('set search_path = "public", pg_temp'),
    });
  });

  it('sees too few connections left for a server', async () => {
    const { parts, about } = await patient();
    expect(await about('connections', { seenBy: { ...parts, poolMax: 10_000 } })).toMatchObject({
      state: 'warning',
    });
  });

  it('sees a clock that is wrong, or was set back', async () => {
    const { parts, about } = await patient();
    expect(await about('clock')).toMatchObject({ state: 'ok' });
    const ahead = { ...parts, clockOffset: '10 seconds' };
    expect(await about('clock', { seenBy: ahead })).toMatchObject({ state: 'warning' });
    await run(parts, `update event_head set at = now() + interval '1 day'`);
    expect(await about('clock')).toMatchObject({
      state: 'problem',
      found: expect.stringContaining('future'),
    });
  });

  it('sees a sweep that stands still and a purge that stopped itself', async () => {
    const { parts, about } = await patient();
    await run(parts, `update app_config set last_sweep_at = server_now() - interval '3 hours'`);
    expect(await about('sweep')).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('3 hours'),
    });
    await run(parts, `update app_config set purge_stopped = 'Check the clock.'`);
    expect(await about('sweep')).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('Check the clock.'),
    });
  });

  it('sees webhook deliveries that wait, and a webhook that is paused', async () => {
    const { parts, about } = await patient();
    expect(await about('queue')).toMatchObject({ state: 'ok', found: '0 webhook deliveries wait.' });
    await run(
      parts,
      `insert into webhook_deliveries (event, content, created_at)
       values ('entry.created', '{}', server_now() - interval '3 hours')`,
    );
    expect(await about('queue')).toMatchObject({
      state: 'warning',
      found: '1 webhook deliveries wait, the oldest for 3 hours.',
    });
    await run(parts, `update webhook_settings set paused_reason = 'The receiver answered 410.'`);
    expect(await about('queue')).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('answered 410'),
    });
  });

  it('sees mail that waits, that was given up, and that nobody sends', async () => {
    const SMTP_URL = 'smtp://mail.example.org';
    const { parts, about } = await patient({ SMTP_URL });
    const mail = (state: string, since: string, failure: string | null = null) =>
      withClient(parts, (client) =>
        client.query(
          `insert into mail_jobs (kind, recipient, state, failure, created_at, settled_at)
           values ('test', 'ada@example.org', $1, $2, server_now() - $3::interval,
             case $1 when 'dead' then server_now() - $3::interval end)`,
          [state, failure, since],
        ),
      );
    await mail('waiting', '1 minute');
    await mail('dead', '2 days', 'The mail server answered 550');
    expect(await about('mail')).toMatchObject({ state: 'ok', found: '1 mails wait.' });
    await mail('dead', '1 hour', 'The mail server answered 554');
    expect(await about('mail')).toMatchObject({
      state: 'warning',
      found: '1 mails were given up within a day. The mail server answered 554.',
    });
    await mail('waiting', '40 minutes', 'The mail server cannot be reached');
    expect(await about('mail')).toMatchObject({
      state: 'warning',
      found: expect.stringMatching(/^2 mails wait, the oldest for 40 minutes\./),
      advice: expect.stringContaining('SMTP_URL'),
    });
  });

  it('sees mail that waits where there is no mail server', async () => {
    const { parts, about } = await patient();
    expect(await about('mail')).toMatchObject({ state: 'ok' });
    await run(parts, `insert into mail_jobs (kind, recipient) values ('test', 'ada@example.org')`);
    expect(await about('mail')).toMatchObject({ state: 'warning', advice: 'Set SMTP_URL on a server.' });
  });

  it('sees backups that are missing or old', async () => {
    const { parts, folder, about } = await patient();
    expect(await about('backups')).toMatchObject({ state: 'warning', advice: 'Run `mt backup`.' });
    await writeBackup(parts, join(folder, 'backups', 'monkey-tracker-20260101T000000Z'));
    expect(await about('backups')).toMatchObject({ state: 'ok' });
    expect(await about('backups', { now: hours(30) })).toMatchObject({ state: 'warning' });
    expect(await about('backups', { now: hours(60) })).toMatchObject({ state: 'problem' });
  });

  it('sees what a restore has left behind', async () => {
    const { parts, about } = await patient();
    expect(await about('leftovers')).toBeUndefined();
    await run(parts, 'create schema public_before_20260101000000');
    expect(await about('leftovers')).toMatchObject({ state: 'warning' });
  });
});
