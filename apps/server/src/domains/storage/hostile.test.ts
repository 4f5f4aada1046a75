import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { readConfig, updateConfig } from '@monkey-tracker/contract/config';
import { expect, it, onTestFinished } from 'vitest';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { withClient } from '@monkey-tracker/db/single-client';
import { type Client, testApp } from '../../testing/app.ts';

const canary = 'canary-7f3a-the-present-password';
const way = { host: '127.0.0.1', port: 5432, database: 'mt', user: 'mt', password: canary };

/** Settings that the contract refuses, by the field that it names. */
const malformed: [string, object][] = [
  ['host', { host: '' }],
  ['host', { host: '/var/run/postgresql' }],
  ['host', { host: '../../etc/passwd' }],
  ['host', { host: 'file:///etc/passwd' }],
  ['host', { host: 'db.example.org:5432' }],
  ['host', { host: 'db.example.org/mt?sslmode=disable' }],
  ['host', { host: 'user:secret@db.example.org' }],
  ['host', { host: 'a b' }],
  ['host', { host: 'a\nhost=b' }],
  ['host', { host: 'a\0b' }],
  ['host', { host: '0x7f000001' }],
  ['host', { host: '2130706433' }],
  ['host', { host: '127.1' }],
  ['host', { host: `${'a'.repeat(64)}.example` }],
  ['host', { host: 'a.'.repeat(200) }],
  ['host', { host: '$(curl evil.example)' }],
  ['host', { host: ['127.0.0.1'] }],
  ['host', { host: null }],
  ['port', { port: 0 }],
  ['port', { port: 65_536 }],
  ['port', { port: 5432.5 }],
  ['port', { port: '5432; drop table shows' }],
  ['database', { database: '' }],
  ['database', { database: 'mt\0template1' }],
  ['database', { database: 'x'.repeat(64) }],
  ['user', { user: ' ' }],
  ['user', { user: 'mt\u0007' }],
  ['password', { password: 'a\0b' }],
  ['password', { password: 'x'.repeat(1_001) }],
  ['schema', { schema: 'public; drop schema public' }],
  ['schema', { schema: '"$user"' }],
  ['schema', { schema: '' }],
  ['ssl', { ssl: 'prefer' }],
  ['ssl', { ssl: true }],
  ['sslCa', { sslCa: '/etc/ssl/private/ca.key' }],
  ['sslCa', { sslCa: '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----' }],
  ['options', { options: '-c session_preload_libraries=evil' }],
  ['sslkey', { sslkey: '/etc/ssl/private/key.pem' }],
  ['connectionString', { connectionString: 'postgres://evil.example/mt' }],
  ['hostaddr', { hostaddr: '169.254.169.254' }],
];

/** Hosts at which something else than a database would be asked, however they are written or found. */
const forbidden = [
  '169.254.169.254',
  '::ffff:169.254.169.254',
  'fe80::1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  'metadata.example.org',
];

async function setUp() {
  const resolve = async (host: string) => (host === 'metadata.example.org' ? ['169.254.169.254'] : [host]);
  const server = await testApp({ resolve });
  const settings = server.app.environment;
  settings.databaseDefaults.connectTimeoutMs = 400;
  return { server, admin: await server.as('admin') };
}

const choose = (admin: Client, change: object) =>
  // What a client of another kind could send as well.
  admin.call(updateConfig, { body: { postgres: { ...way, ...change } } });

it('forty malformed connections are refused by the name of their field, and change nothing', async () => {
  const { server, admin } = await setUp();
  for (const [field, change] of malformed) {
    const { status, problem } = await choose(admin, change);
    expect([status, JSON.stringify(problem.errors).includes(field)], JSON.stringify(change)).toEqual([
      400,
      true,
    ]);
    expect(JSON.stringify(problem)).not.toContain(canary);
  }
  expect((await admin.call(readConfig, {})).body.postgres?.database).toBe(server.parts.database);
});

it('no database can be where a machine of a cloud asks for its own secrets, nor everywhere at once', async () => {
  const { admin } = await setUp();
  for (const host of forbidden) {
    expect(await choose(admin, { host }), host).toMatchObject({
      status: 409,
      problem: { code: 'storage.refused', errors: [{ path: 'postgres.host' }] },
    });
  }
});

/** Something that listens where a database should, and does to each connection what it is told. */
async function impostor(greet: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    greet(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

it.each<[string, (socket: Socket) => void]>([
  ['never answers', () => {}],
  ['hangs up', (socket) => socket.destroy()],
  ['speaks HTTP', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret')],
  ['sends noise', (socket) => socket.end(Buffer.alloc(10_000, 0xff))],
])('what %s is no PostgreSQL, and its words are not passed on', async (_, greet) => {
  const { admin } = await setUp();
  const refused = await choose(admin, { port: await impostor(greet) });
  expect(refused).toMatchObject({ status: 409, problem: { code: 'storage.refused' } });
  expect(refused.problem.errors?.[0]?.path).toMatch(/^postgres\.(host|port)$/);
  expect(JSON.stringify(refused.problem)).not.toMatch(/secret|canary|\/work|at .*\.ts/);
});

it('tells which part failed: port, account, database, TLS, schema, tables, administrator', async () => {
  const { server, admin } = await setUp();
  const { port, user, password } = server.parts;
  const good = { port, user, password, database: server.parts.database, ssl: 'disable' };
  const empty = await createTestDatabase('empty');
  const nobody = await createTestDatabase();
  const part = async (change: object) =>
    (await choose(admin, { ...good, ...change })).problem.errors?.[0]?.path;

  expect(await part({ port: await impostor(() => {}).then(() => 1) })).toBe('postgres.port');
  expect(await part({ password: 'wrong' })).toBe('postgres.password');
  expect(await part({ database: 'not_there' })).toBe('postgres.database');
  expect(await part({ ssl: 'require' })).toBe('postgres.ssl');
  expect(await part({ schema: 'not_there' })).toBe('postgres.schema');
  expect(await part({ database: empty.database })).toBe('postgres.schema');
  expect(await part({ database: nobody.database })).toBe('postgres.database');
  expect(await choose(admin, { ...good, database: nobody.database })).toMatchObject({
    problem: { detail: expect.stringContaining('administrator') },
  });
  expect((await admin.call(readConfig, {})).body.postgres?.database).toBe(server.parts.database);
});

it('refuses a superuser but on this machine, a server that takes no writes, and tables that lag behind', async () => {
  const { admin } = await setUp();
  const other = await testApp();
  await other.as('admin');
  const { port, user, password, database } = other.parts;
  const said = async (change: object) => {
    const refused = await choose(admin, { port, user, password, database, ssl: 'disable', ...change });
    return refused.problem.errors?.[0];
  };
  const there = (statement: string) => withClient(other.parts, (client) => client.query(statement));

  // The same machine by a name that does not say so: whether it is ours cannot be known.
  expect(await said({ host: '::ffff:127.0.0.1' })).toMatchObject({
    path: 'postgres.user',
    message: expect.stringContaining('superuser'),
  });

  await there('delete from drizzle_migrations where id = (select max(id) from drizzle_migrations)');
  expect(await said({})).toMatchObject({
    path: 'postgres.schema',
    message: expect.stringContaining('mt migrate'),
  });

  await there(`alter database ${database} set default_transaction_read_only = on`);
  expect(await said({})).toMatchObject({
    path: 'postgres.host',
    message: expect.stringContaining('takes no writes'),
  });
});
