import { writeBackup } from '@monkey-tracker/db/backup/write';
import { restoreBackup } from '@monkey-tracker/db/backup/restore';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { findDrift } from '@monkey-tracker/db/drift';
import { migrate } from '@monkey-tracker/db/migrate';
import { withClient } from '@monkey-tracker/db/single-client';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { password, run, threeAccounts } from './testing/accounts.ts';

/** `old` snapshots past their two months and `young` ones, and a person at work. */
const filled = (old: number, young: number) => `
     insert into show_archive (id, data, show_date, created_at, archived_at)
     select id, json_build_object('id', id, 'date', '2026-01-01', 'time', '20:00', 'label', 'Gala', 'crew', '[]'::json,
         'leadPilot', 'Alex', 'monkeyLead', 'Bret', 'notes', '', 'entries', '[]'::json, 'version', 3,
         'createdAt', 0, 'updatedAt', 0), '2026-01-01',
       server_now() - case when n > ${old} then interval '1 day' else interval '1 year' end, server_now()
     from (select n, uuid_v7() as id from generate_series(1, ${old + young}) n) made;
     insert into users (email, display_name) values ('ops@example.org', 'Ops');
     insert into events (seq, at, actor_id, type, prev_hash, hash) select 0, 'epoch', id, 'session.created', '', '' from users`;

async function archiveOf(old: number, young: number, schema?: string, before?: string) {
  const { as, parts } = await threeAccounts(schema, before);
  await run(as('owner'), filled(old, young));
  const left = async () => (await run(as('owner'), 'select from show_archive')).rowCount;
  const oneOf = async () =>
    (await run(as('owner'), 'select id from show_archive limit 1')).rows[0].id as string;
  return { as, parts, left, oneOf };
}

const tell = `insert into events (seq, at, type, after, prev_hash, hash)
  select 0, 'epoch', 'archive.purged', json_build_object('shows', gone), '', '' from`;

const toldOf = (type: string, id: string) =>
  `insert into events (seq, at, type, subject_id, prev_hash, hash) select 0, 'epoch', '${type}', '${id}', '', ''`;

const live = (id: string) =>
  `insert into shows (id, date, time, label, lead_pilot, monkey_lead, day_slot)
   values ('${id}', '2026-05-01', '20:00', 'Gala', 'Alex', 'Bret', 0)`;

const intoArchive = (id: string) =>
  `insert into show_archive (id, data, show_date, created_at, archived_at)
   select id, show_json(s), date, created_at, server_now() from shows s where id = '${id}'`;

/** A purge as a server does it: with its event, in one transaction. */
const purge = `begin; with step as (select purge_snapshots(50) as gone) ${tell} step; commit`;

const theirs = `create function public.of_others() returns int language sql security definer as 'select 1'`;

/** What a thief of the account's password might prepare in their session, before they call what has more rights. */
const traps = `
  create temp table app_config as select * from app_config;
  update pg_temp.app_config set retention_months = -1200, purge_paused_at = null;
  create temp view archived_shows as select *, now() - interval '1 day' as purged_at from show_archive;
  create temp table demo_shows as select id as show_id from show_archive;
  create temp table events as select * from events;
  create table theirs.caught (who name);
  create function theirs.server_now() returns timestamptz language sql as 'select now() + interval ''10 years''';
  create function theirs.purge_objection() returns text language sql as 'select null::text';
  create function theirs.insert_show(payload jsonb, restored timestamptz) returns void language sql
    as 'insert into theirs.caught values (current_user)';
  set search_path = pg_temp, theirs, public`;

const asThief = (parts: ConnectionParts, work: (client: pg.Client) => Promise<unknown>) =>
  withClient(parts, async (client) => {
    await client.query(traps);
    await work(client);
  });

describe('an account of a server', () => {
  it('purges what retention allows, and nothing else', async () => {
    const { as, left } = await archiveOf(2, 8);
    await run(as('app'), purge);
    expect(await left()).toBe(8);
    await run(as('app'), purge);
    expect(await left()).toBe(8);
  });

  it('purges neither more than a fifth of the archive, nor while somebody has paused it', async () => {
    const { as, left } = await archiveOf(3, 7);
    await expect(run(as('app'), purge)).rejects.toThrow('3 of 10');
    const paused = await archiveOf(1, 9);
    await run(paused.as('owner'), 'update app_config set purge_paused_at = now()');
    await expect(run(paused.as('app'), purge)).rejects.toThrow('paused');
    expect([await left(), await paused.left()]).toEqual([10, 10]);
  });

  it('cannot hasten the clock, while a clock that has jumped stops it', async () => {
    const { as, left } = await archiveOf(1, 9);
    const later = { ...as('app'), clockOffset: '40 days' };
    await run(later, purge);
    expect(await left()).toBe(9);
    await run(later, purge);
    expect(await left()).toBe(9);
    const jumped = await archiveOf(1, 9);
    await run(jumped.as('owner'), 'alter table events disable trigger user');
    await run(jumped.as('owner'), `update events set at = at - interval '37 hours'`);
    await expect(run(jumped.as('app'), purge)).rejects.toThrow('36 hours');
  });

  it('takes no snapshot without telling the log', async () => {
    const { as, left, oneOf } = await archiveOf(1, 9);
    const id = await oneOf();
    // Neither an event of another show nor an earlier one does.
    await run(as('app'), `${tell} (select array['${id}'] as gone) earlier`);
    for (const silent of [
      'select purge_snapshots(50)',
      `select restore_snapshot('${id}')`,
      `begin; select restore_snapshot('${id}'); ${tell} (select array[uuid_v7()] as gone) other; commit`,
    ])
      await expect(run(as('app'), silent), silent).rejects.toThrow('the log was not told');
    expect(await left()).toBe(10);
  });

  it('cannot lose a show on the way back from the archive', async () => {
    const { as, oneOf } = await archiveOf(0, 3);
    const id = await oneOf();
    const restore = `select restore_snapshot('${id}'); ${toldOf('show.restored', id)};`;
    const lose = `delete from entries where show_id = '${id}'; delete from shows where id = '${id}';`;
    const copy = `create temp table kept as select * from show_archive where id = '${id}';`;
    const putBack = 'insert into show_archive select * from pg_temp.kept;';
    const list = `insert into demo_shows values ('${id}');`;
    for (const steps of [
      `${restore} ${lose}`,
      `select restore_snapshot('${id}'); ${lose} ${tell} (select array['${id}'] as gone) told;`,
      `${restore} ${lose} ${list}`,
      `${copy} ${restore} ${lose} ${list} ${putBack}`,
      `${restore} set constraints all immediate; ${lose}`,
    ])
      await expect(run(as('app'), `begin; ${steps} commit`), steps).rejects.toMatchObject({ code: '42501' });
    await run(as('app'), `begin; ${restore} commit`);
    await expect(run(as('app'), lose)).rejects.toThrow('a live show goes to the archive');
    await run(as('app'), `begin; ${intoArchive(id)}; ${lose} commit`);
    expect((await run(as('owner'), `select from show_archive where id = '${id}'`)).rowCount).toBe(1);
  });

  it('takes live shows of the demo away, and says of none that it is back which is not', async () => {
    const { as } = await archiveOf(0, 3);
    const id = '018f0000-0000-7000-8000-000000000001';
    await run(as('app'), `insert into demo_shows values ('${id}'); ${live(id)}`);
    await run(as('app'), `begin; ${intoArchive(id)}; delete from shows where id = '${id}'; commit`);
    const restore = `select restore_snapshot('${id}'); ${toldOf('show.restored', id)};`;
    const lose = `delete from shows where id = '${id}';`;
    await expect(run(as('app'), `begin; ${restore} ${lose} commit`)).rejects.toThrow('the log was not told');
    await run(as('app'), `begin; ${restore} commit`);
    await run(as('app'), lose);
    expect((await run(as('owner'), 'select from shows')).rowCount).toBe(0);
  });

  it('cannot make the demo’s what is not of the demo', async () => {
    const { as, left, oneOf } = await archiveOf(0, 3);
    await expect(run(as('app'), `insert into demo_shows values ('${await oneOf()}')`)).rejects.toMatchObject({
      code: '42501',
    });
    const id = '018f0000-0000-7000-8000-000000000002';
    await run(as('app'), live(id));
    await expect(run(as('app'), `insert into demo_shows values ('${id}')`)).rejects.toMatchObject({
      code: '42501',
    });
    const blind = 'create temp table shows (id uuid); create temp table show_archive (id uuid);';
    await expect(
      run(as('app'), `${blind} insert into public.demo_shows values ('${await oneOf()}')`),
    ).rejects.toMatchObject({ code: '42501' });
    await run(as('app'), `insert into demo_shows values (uuid_v7())`);
    await expect(run(as('app'), `update demo_shows set show_id = '${await oneOf()}'`)).rejects.toMatchObject({
      code: '42501',
    });
    await run(as('app'), 'select remove_demo_snapshots()');
    expect(await left()).toBe(3);
  });

  it('cannot put tables and functions of its own in the way of those with more rights', async () => {
    const { as, parts, left, oneOf } = await archiveOf(0, 10);
    await run(parts, `create schema theirs authorization ${as('app').user}`);
    const id = await oneOf();
    await asThief(as('app'), async (client) => {
      await client.query('select public.purge_snapshots(50), public.remove_demo_snapshots()');
      expect(await left()).toBe(10);
      await client.query('begin');
      await client.query(`select public.restore_snapshot('${id}')`);
      expect((await client.query('select * from theirs.caught')).rows).toEqual([]);
      // Their own table of events is not the log.
      await client.query(`insert into pg_temp.events (type, subject_id) values ('show.restored', '${id}')`);
      await expect(client.query('commit')).rejects.toThrow('the log was not told');
    });
    expect(await left()).toBe(10);
    await run(parts, 'drop schema theirs cascade');
  });
});

it('an account for backups cannot take snapshots out either', async () => {
  const { as, oneOf } = await archiveOf(1, 9);
  const id = await oneOf();
  for (const call of ['purge_snapshots(50)', `restore_snapshot('${id}')`, 'remove_demo_snapshots()'])
    await expect(run(as('backup'), `select ${call}`), call).rejects.toMatchObject({ code: '42501' });
});

it('all of this holds in another schema, and after a restore into it', async () => {
  const { as, left } = await archiveOf(2, 8, 'venue_7');
  await run(as('app'), purge);
  expect(await left()).toBe(8);
  const folder = mkdtempSync(join(tmpdir(), 'rights-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await run(
    as('owner'),
    `update app_config set retention_months = 1;
    insert into show_archive select uuid_v7(), data, show_date, now() - interval '1 year', now() from show_archive limit 1`,
  );
  await writeBackup(as('backup'), join(folder, 'one'));
  const { former } = await restoreBackup(as('owner'), join(folder, 'one'), { replace: true });
  expect(await findDrift(as('owner'))).toEqual([]);
  await run(as('app'), purge);
  expect(await left()).toBe(8);
  // What was put aside has been left alone, and its functions stay there.
  const aside = { ...as('owner'), schema: former ?? '' };
  expect((await run(aside, 'select from show_archive')).rowCount).toBe(9);
  await run(aside, purge);
  expect((await run(aside, 'select from show_archive')).rowCount).toBe(8);
  expect(await left()).toBe(8);
});

it('a function of others in the schema stays as it is, and is in nobody’s way', async () => {
  const { as, parts, left } = await archiveOf(2, 8, 'public', theirs);
  const theirsNow = async () =>
    (
      await run(
        parts,
        `select proconfig, proacl from pg_proc where oid = to_regprocedure('public.of_others()')`,
      )
    ).rows;
  const untouched = [{ proconfig: null, proacl: null }];
  expect(await theirsNow()).toEqual(untouched);
  const folder = mkdtempSync(join(tmpdir(), 'rights-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await writeBackup(as('backup'), join(folder, 'one'));
  await restoreBackup(as('owner'), join(folder, 'one'), { replace: true });
  expect(await theirsNow()).toEqual(untouched);
  await run(as('app'), purge);
  expect(await left()).toBe(8);
});

it('an account that was set up before goes on once the database is migrated, beside old servers and new ones', async () => {
  const parts = await createTestDatabase('empty');
  await migrate(parts, { upTo: '0011_tokens_two_factor_mail_sessions' });
  const user = `app_${parts.database.slice(8, 24)}`;
  await run(
    parts,
    `create role ${user} login password '${password}'; grant usage on schema public to ${user};
     grant select, insert, update, delete on all tables in schema public to ${user}; ${filled(2, 18)}`,
  );
  onTestFinished(async () => void (await run(parts, `drop owned by ${user}; drop role ${user}`)));
  await migrate(parts);
  const app = { ...parts, user, password };
  await run(app, 'select remove_demo_snapshots()');
  const oldStep = `begin; set local monkey_tracker.snapshot_removal = 'purge';
    with gone as (delete from show_archive where id = (select id from show_archive order by created_at limit 1) returning id)
    ${tell} (select array_agg(id) as gone from gone) step; commit`;
  await run(app, oldStep);
  expect((await run(parts, 'select from show_archive')).rowCount).toBe(19);
  await run(app, purge);
  expect((await run(parts, 'select from show_archive')).rowCount).toBe(18);
});
