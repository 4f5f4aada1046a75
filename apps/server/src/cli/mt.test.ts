import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '@monkey-tracker/db/single-client';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import type { Command } from 'commander';
import { expect, it, onTestFinished } from 'vitest';
import { program } from './program.ts';
import { databaseEnv, mt } from './testing/mt.ts';

const root = new URL('../../../../', import.meta.url);
const password = 'seven purple kites over Linz';

it('every command explains itself and its exit codes, and a wrong one fails with that', async () => {
  const walk = (command: Command): Command[] => [command, ...command.commands.flatMap(walk)];
  const commands = walk(program);
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) {
    expect(command.description(), command.name()).not.toBe('');
    expect(command.helpInformation()).toContain(`Usage: mt`);
    for (const option of command.options) expect(option.description, option.flags).not.toBe('');
  }
  expect((await mt(['--help'], {})).out).toContain('Exit codes: 0');
  expect(await mt(['migrait'], {})).toMatchObject({
    code: 1,
    err: expect.stringContaining('unknown command'),
  });
});

it('every mt command and option that a document names exists', () => {
  const documents = globSync(['*.md', 'docs/**/*.md', '.github/*.md'], { cwd: root });
  const named = documents.flatMap((file) =>
    [
      ...readFileSync(new URL(file, root), 'utf8').matchAll(
        /[`\s]mt ((?:[a-z-]+|<[^>]+>| )+(?: --[^`\n]*)?)[`\n,]/g,
      ),
    ].map(([, words = '']) => words.trim().split(/\s+/)),
  );
  expect(named.length).toBeGreaterThan(20);
  for (const words of named) {
    let command: Command | undefined = program;
    for (const word of words) {
      const inner: Command | undefined = command.commands.find((one) => one.name() === word);
      if (word.startsWith('--')) {
        const options = command.options.map((option) => option.long);
        expect(['--help', ...options], words.join(' ')).toContain(word);
      } else if (inner) command = inner;
      else {
        const values = command.options.filter((option) => option.required).length;
        expect(command.registeredArguments.length + values, words.join(' ')).toBeGreaterThan(0);
      }
    }
  }
});

it('migrate brings an empty database up, and status and check tell where it stands', async () => {
  const env = databaseEnv(await createTestDatabase('empty'));
  expect(await mt(['migrate', 'status'], env)).toMatchObject({
    code: 3,
    out: expect.stringMatching(/^pending {2}0000_functions/),
  });
  expect((await mt(['migrate'], env)).out).toContain('applied  0000_functions');
  const status = await mt(['migrate', 'status', '--json'], env);
  expect(status.code).toBe(0);
  expect(JSON.parse(status.out)[0]).toMatchObject({
    name: '0000_functions',
    state: 'applied',
    appliedAt: expect.any(Number),
  });
  expect(await mt(['migrate', 'check'], env)).toMatchObject({
    code: 0,
    out: 'The database is as its migrations made it.\n',
  });
});

it('a database that is not there, or has no tables yet, is told in a sentence with what to do', async () => {
  const parts = await createTestDatabase('empty');
  const missing = databaseEnv({ ...parts, database: `${parts.database}_missing` });
  for (const command of ['backup', 'ops daily'])
    expect(await mt(command.split(' '), missing), command).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^[^\n]+_missing" does not exist. `mt migrate` makes it\n$/),
    });
  expect((await mt(['doctor'], missing)).out).toContain('→ Run `mt migrate`');
  const roles = await mt(['roles', '--app', `app_${parts.database.slice(8, 24)}`], databaseEnv(parts));
  expect(roles).toMatchObject({ code: 1, err: expect.stringContaining('Run `mt migrate` first') });
});

it('an administrator is made, listed, and given a new password from standard input', async () => {
  const env = databaseEnv(await createTestDatabase());
  const made = await mt(['admin', 'create', '--email', 'ada@example.org', '--name', 'Ada'], env, password);
  expect(made).toMatchObject({ code: 0, out: 'ada@example.org is an administrator now.\n' });
  const [ada] = JSON.parse((await mt(['admin', 'list', '--json'], env)).out);
  expect(ada).toMatchObject({ email: 'ada@example.org', roles: ['admin'] });
  expect(ada).not.toHaveProperty('passwordHash');
  expect(await mt(['admin', 'reset-password', 'bob@example.org'], env, password)).toMatchObject({ code: 1 });
  expect((await mt(['admin', 'reset-password', 'ada@example.org'], env, `${password} too`)).code).toBe(0);
});

it('db reset empties a development database only when told, and no other at all', async () => {
  const env = databaseEnv(await createTestDatabase());
  await mt(['admin', 'create', '--email', 'ada@example.org', '--name', 'Ada'], env, password);
  const refused = await mt(['db', 'reset'], env);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('add --yes') });
  const production = await mt(['db', 'reset', '--yes'], { ...env, NODE_ENV: 'production' });
  expect(production).toMatchObject({ code: 1, err: expect.stringContaining('no development machine') });
  expect(await mt(['db', 'reset', '--yes', '--seed', 'demo'], env)).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse((await mt(['admin', 'list', '--json'], env)).out)).toEqual([]);
  expect((await mt(['migrate', 'check'], env)).code).toBe(0);
});

it('db reset does not take the tables away under a running server', async () => {
  const parts = await createTestDatabase();
  const refused = await withClient({ ...parts, applicationName: 'monkey-tracker' }, () =>
    mt(['db', 'reset', '--yes'], databaseEnv(parts)),
  );
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('A server is connected') });
});

it('a backup is made, verified and restored into a database with data only when told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mt-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const parts = await createTestDatabase();
  const env = databaseEnv(parts);
  await withClient(parts, (client) =>
    client.query(
      `insert into events (seq, at, type, prev_hash, hash) values (0, now(), 'staff.updated', '', '')`,
    ),
  );
  const made = await mt(['backup', '--to', folder, '--json'], env);
  expect(made).toMatchObject({ code: 0, err: '' });
  const { path } = JSON.parse(made.out);
  const verified = await mt(['backup', 'verify', path], {});
  expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('is whole') });
  expect(await mt(['restore', path], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('--replace'),
  });
  const restored = await mt(['restore', path, '--replace', '--yes'], env);
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('The chain of 1 events is whole') });
});
