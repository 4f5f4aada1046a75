import { archiveShow, deleteShow, restoreShow } from '@monkey-tracker/contract/archive';
import { verifyAudit } from '@monkey-tracker/contract/audit';
import { createEntry } from '@monkey-tracker/contract/entries';
import { ready } from '@monkey-tracker/contract/health';
import { writeBackup } from '@monkey-tracker/db/backup/write';
import { restoreBackup } from '@monkey-tracker/db/backup/restore';
import { migrate } from '@monkey-tracker/db/migrate';
import { provision } from '@monkey-tracker/db/provision';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { databaseEnv, mt } from './cli/testing/mt.ts';
import { password, run, threeAccounts } from './testing/accounts.ts';
import { testApp } from './testing/app.ts';
import { entrySample, makeShow } from './testing/samples.ts';

const forbidden = [
  'create table mine (id int)',
  'alter table shows add column mine int',
  'drop table entries',
  'truncate shows',
  'alter table events disable trigger events_guard',
  `update events set type = 'show.deleted'`,
  'delete from events',
  'truncate events',
  `update show_archive set data = '{}'`,
  'delete from show_archive',
  `set monkey_tracker.snapshot_removal = 'purge'; delete from show_archive`,
  'truncate show_archive',
  'alter table show_archive disable trigger user',
  'alter function restore_snapshot(uuid) reset search_path',
  'delete from event_head',
  'delete from drizzle_migrations',
];

it('a server works with an account that can neither make tables nor rewrite the log', async () => {
  const { as } = await threeAccounts();
  const app = as('app');
  await provision(app);
  expect(await migrate(app)).toEqual([]);
  const server = await testApp({ environment: { database: app } });
  expect((await server.anonymous.call(ready, {})).status).toBe(200);
  const admin = await server.as('admin');
  const show = await makeShow(admin);
  const params = { id: show.id };
  expect((await admin.call(createEntry, { params, body: entrySample() })).status).toBe(201);
  expect((await admin.call(archiveShow, { params })).status).toBe(200);
  expect((await admin.call(restoreShow, { params })).status).toBe(200);
  expect((await admin.call(deleteShow, { params })).status).toBe(200);
  expect((await admin.call(verifyAudit, {})).body.whole).toBe(true);
  for (const statement of forbidden)
    await expect(run(app, statement), statement).rejects.toMatchObject({ code: '42501' });
});

it('the account for backups reads everything and writes nothing; a restore gives all their rights again', async () => {
  const { as } = await threeAccounts();
  const server = await testApp({ environment: { database: as('app') } });
  await makeShow(await server.as('admin'));
  await server.app.close();
  const folder = mkdtempSync(join(tmpdir(), 'rights-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const one = join(folder, 'one');
  await writeBackup(as('backup'), one);
  await expect(run(as('backup'), 'delete from shows')).rejects.toMatchObject({ code: '42501' });

  await restoreBackup(as('owner'), one, { replace: true });
  for (const statement of forbidden)
    await expect(run(as('app'), statement), statement).rejects.toMatchObject({ code: '42501' });
  await run(as('app'), `update shows set notes = 'restored'`);
  await writeBackup(as('backup'), join(folder, 'two'));
});

it('passwords of accounts are sent as SCRAM verifiers, and fit', async () => {
  const { as, parts } = await threeAccounts();
  const { rows } = await run(parts, `select rolpassword from pg_authid where rolname = '${as('app').user}'`);
  expect(rows[0].rolpassword).toMatch(/^SCRAM-SHA-256\$4096:/);
  const shown = await mt(['roles', '--app', as('app').user, '--sql'], {
    ...databaseEnv(as('owner')),
    APP_PASSWORD: password,
  });
  expect(shown.out).toContain('SCRAM-SHA-256$');
  expect(shown.out).not.toContain(password);
});
