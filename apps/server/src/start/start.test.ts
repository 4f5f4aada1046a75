import { createServer } from 'node:http';
import { once } from 'node:events';
import { ready } from '@monkey-tracker/contract/health';
import { completeSetup } from '@monkey-tracker/contract/auth';
import { readStaff, defaultStaff } from '@monkey-tracker/contract/staff';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { expect, onTestFinished, test } from 'vitest';
import { dataFolder, postgresOf, startServer } from './testing/server.ts';

const admin = { email: 'ada@example.org', displayName: 'Ada', password: 'seven purple kites over Linz' };

test('an empty folder becomes a server with seeded rosters and a setup link, and Ctrl-C ends all of it', async () => {
  const dataDir = dataFolder();
  const first = await startServer({ DATA_DIR: dataDir, TZ: 'Europe/Vienna' });
  expect(await first.call(ready, {})).toMatchObject({ status: 'ok' });
  expect(first.said()).toContain('[storage] PostgreSQL connection pool ready (host 127.0.0.1');
  expect(first.said()).toContain('[storage] PostgreSQL provisioned: migration');
  expect(first.said()).toMatch(/\[storage\] PostgreSQL rosters seeded: .*Europe\/Vienna/);

  const { accessToken } = await first.call(completeSetup, { body: { ...admin, token: first.setupToken } });
  expect(await first.call(readStaff, {}, accessToken)).toEqual(defaultStaff);
  const stream = await fetch(`${first.url}/api/events`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect(await first.end('SIGINT')).toBe(0);
  await expect(stream.text()).resolves.toContain('retry');
  expect(postgresOf(dataDir)).toBeUndefined();

  const second = await startServer({ DATA_DIR: dataDir, TZ: 'Asia/Tokyo' });
  expect(second.setupToken).toBe('');
  expect(second.said()).not.toContain('rosters seeded');
  expect(await second.end('SIGTERM')).toBe(0);
  expect(postgresOf(dataDir)).toBeUndefined();
});

test('a server that is told to stop goes on answering until balancers have seen that it leaves', async () => {
  const { host, port, user, password, database } = await createTestDatabase();
  const DATABASE_URL = `postgres://${user}:${encodeURIComponent(password ?? '')}@${host}:${port}/${database}`;
  const server = await startServer({ DATABASE_URL, DATA_DIR: dataFolder(), LEAVE_MS: '4000' });
  const statusOf = async (path: string) => (await fetch(server.url + path)).status;
  expect(await statusOf('/readyz')).toBe(200);
  const ended = server.end('SIGTERM');
  await expect.poll(() => statusOf('/readyz')).toBe(503);
  expect(await statusOf('/api/auth/setup')).toBe(200);
  expect(await ended).toBe(0);
});

test('two servers that come up at once on a new database both run, and seed it once', async () => {
  const { host, port, user, password, database } = await createTestDatabase('empty');
  const DATABASE_URL = `postgres://${user}:${encodeURIComponent(password ?? '')}@${host}:${port}/${database}`;
  const servers = await Promise.all([1, 2].map(() => startServer({ DATABASE_URL, DATA_DIR: dataFolder() })));
  for (const server of servers) expect(await server.call(ready, {})).toMatchObject({ status: 'ok' });
  expect(servers.filter((server) => server.said().includes('rosters seeded'))).toHaveLength(1);
  expect(await Promise.all(servers.map((server) => server.end('SIGTERM')))).toEqual([0, 0]);
});

test('an administrator is made from the environment, and then no setup link is printed', async () => {
  const { host, port, user, password, database } = await createTestDatabase();
  const server = await startServer({
    DATABASE_URL: `postgres://${user}:${encodeURIComponent(password ?? '')}@${host}:${port}/${database}`,
    DATA_DIR: dataFolder(),
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  });
  expect(server.said()).toContain(`the administrator ${admin.email} was made`);
  expect(server.setupToken).toBe('');
});

test('a bad environment ends the start with one message that lists every problem', async () => {
  const server = await startServer({ PORT: 'many', LOG_LEVEL: 'loud', DATA_DIR: dataFolder() });
  expect(await server.end('SIGTERM')).toBe(1);
  expect(server.said()).toMatch(/PORT: [\s\S]*LOG_LEVEL: /);
  expect(server.said()).not.toContain('    at ');
});

test('a database that is not there and a port that is taken are told in words', async () => {
  const away = await startServer({
    DATABASE_URL: 'postgres://x:secret@127.0.0.1:1/db',
    DATA_DIR: dataFolder(),
  });
  expect(await away.end('SIGTERM')).toBe(1);
  expect(away.said()).toContain('PostgreSQL on 127.0.0.1:1, database db cannot be used');
  expect(away.said()).not.toMatch(/secret|    at /);

  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const address = other.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');
  const dataDir = dataFolder();
  const taken = await startServer({ PORT: String(address.port), DATA_DIR: dataDir });
  expect(await taken.end('SIGTERM')).toBe(1);
  expect(taken.said()).toContain(`127.0.0.1:${address.port} is taken`);
  expect(postgresOf(dataDir)).toBeUndefined();
});
