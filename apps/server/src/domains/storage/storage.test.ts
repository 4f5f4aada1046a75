import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listAudit } from '@monkey-tracker/contract/audit';
import { readConfig, updateConfig } from '@monkey-tracker/contract/config';
import { createEntry } from '@monkey-tracker/contract/entries';
import { createShow, readShow } from '@monkey-tracker/contract/shows';
import { describe, expect, it } from 'vitest';
import { appConfigFile, readStoredConnection } from '../../platform/app-config.ts';
import { type Client, type TestApp, testApp } from '../../testing/app.ts';
import { entrySample, makeShow, showSample } from '../../testing/samples.ts';
import { openStream } from '../../testing/stream.ts';

/** A server that keeps its settings file in a folder of its own, and its administrator. */
async function setUp() {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'mt-storage-'));
  const server = await testApp({ environment: { DATA_DIR } });
  return { server, DATA_DIR, admin: await server.as('admin') };
}

/** The way to a test's database, as an administrator would type it. */
const wayTo = ({ parts }: TestApp, host = parts.host) => ({
  host,
  port: parts.port,
  database: parts.database,
  user: parts.user,
  password: parts.password ?? '',
  ssl: 'disable' as const,
});

const whereNow = async (admin: Client) => (await admin.call(readConfig, {})).body.postgres;

describe('the storage is exchanged while the server runs', () => {
  it('for another database, which is kept for the next start and tells in its log who came from where', async () => {
    const { server, DATA_DIR, admin } = await setUp();
    const other = await testApp();
    const adminThere = await other.as('admin');
    const show = await makeShow(adminThere);
    const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
    const stream = await openStream(url, admin.token);

    const done = await admin.call(updateConfig, { body: { postgres: wayTo(other) } });
    expect(done).toMatchObject({
      status: 200,
      body: { postgres: { database: other.parts.database }, readOnly: [] },
    });
    expect(done.body.postgres).not.toHaveProperty('password');
    await stream.take('reset', 1);

    // Another database, other people: who was signed in here is not there.
    expect((await admin.call(readConfig, {})).status).toBe(401);
    const known = { authorization: `Bearer ${adminThere.token}` };
    const seen = await server.anonymous.call(readShow, { params: { id: show.id } }, known);
    expect(seen.body).toMatchObject({ id: show.id });
    const log = await server.anonymous.call(listAudit, { query: { type: 'storage.exchanged' } }, known);
    expect(log.body.events).toMatchObject([
      {
        actor: null,
        before: { database: server.parts.database },
        after: { database: other.parts.database, hasPassword: true },
      },
    ]);

    const file = appConfigFile(DATA_DIR);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { databaseDefaults } = server.app.environment;
    expect(readStoredConnection(DATA_DIR, databaseDefaults)).toMatchObject(wayTo(other));
  });

  it('two hundred times under load, without one failed request', async () => {
    const { server, admin } = await setUp();
    const dispatcher = await server.as('dispatcher');
    const show = await makeShow(dispatcher);
    let exchanging = true;
    const statuses = new Map<number, number>();
    const acknowledged: string[] = [];
    const hands = Array.from({ length: 6 }, async (_, hand) => {
      // oxlint-disable-next-line no-unmodified-loop-condition -- the exchanges end it
      for (let n = 0; exchanging; n += 1) {
        const body = entrySample({ operator: `Pilot ${hand}.${n}` });
        const made = await dispatcher.call(createEntry, { params: { id: show.id }, body });
        if (made.status === 201) acknowledged.push(made.body.id);
        statuses.set(made.status, (statuses.get(made.status) ?? 0) + 1);
      }
    });
    for (let n = 0; n < 200; n += 1) {
      const postgres = wayTo(server, n % 2 === 0 ? 'localhost' : '127.0.0.1');
      expect((await admin.call(updateConfig, { body: { postgres } })).status).toBe(200);
    }
    exchanging = false;
    await Promise.all(hands);
    expect([...statuses.keys()]).toEqual([201]);
    const { entries } = (await dispatcher.call(readShow, { params: { id: show.id } })).body;
    expect(entries.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
    expect(acknowledged.length).toBeGreaterThan(50);
  }, 180_000);

  it('not where the environment says which database it is, nor together with other settings', async () => {
    const other = await testApp();
    const server = await testApp({ environment: { databaseSource: 'environment' } });
    const admin = await server.as('admin');
    const refused = await admin.call(updateConfig, { body: { postgres: wayTo(other) } });
    expect(refused).toMatchObject({ status: 409, problem: { code: 'storage.from_environment' } });
    expect((await admin.call(readConfig, {})).body.readOnly).toEqual(['postgres']);
    // The database that it is already is no change.
    expect((await admin.call(updateConfig, { body: { postgres: wayTo(server) } })).status).toBe(200);

    const body = { postgres: wayTo(other), unitLabel: 'Monkey' as const };
    const both = await admin.call(updateConfig, { body });
    expect(both).toMatchObject({ status: 400, problem: { errors: [{ path: 'postgres' }] } });
  });

  it('one change at a time', async () => {
    const { server, admin } = await setUp();
    const postgres = wayTo(server, 'localhost');
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => admin.call(updateConfig, { body: { postgres } })),
    );
    const codes = outcomes.map(({ status, problem }) => (status === 200 ? 'done' : problem.code));
    expect(new Set(codes)).toEqual(new Set(['done', 'storage.busy']));
    expect(await whereNow(admin)).toMatchObject({ host: 'localhost' });
  });

  it('keeps the password only for the account and host that it belongs to', async () => {
    const { server, admin } = await setUp();
    const { password: _, ...postgres } = wayTo(server, 'localhost');
    const refused = await admin.call(updateConfig, { body: { postgres } });
    expect(refused).toMatchObject({ status: 409, problem: { errors: [{ path: 'postgres.password' }] } });
    // The path of a field is no secret, though a database of tests may have "postgres" as its password.
    const words = JSON.stringify(refused.problem).replaceAll(/"path":"[^"]*"/g, '');
    expect(words).not.toContain(server.parts.password ?? '?');
  });

  it('leaves all as it was where the choice cannot be stored', async () => {
    const { server, DATA_DIR, admin } = await setUp();
    server.app.environment.DATA_DIR = join(DATA_DIR, 'no\0folder');
    const refused = await admin.call(updateConfig, { body: { postgres: wayTo(server, 'localhost') } });
    expect(refused).toMatchObject({ status: 409, problem: { code: 'storage.not_stored' } });
    expect(refused.problem.detail).not.toContain(DATA_DIR);
    expect(await whereNow(admin)).toMatchObject({ host: '127.0.0.1' });
    const made = await (await server.as('dispatcher')).call(createShow, { body: showSample() });
    expect(made.status).toBe(201);
  });
});

it('the old software kept more in its file, which is read past', async () => {
  const { server, DATA_DIR, admin } = await setUp();
  await admin.call(updateConfig, { body: { postgres: wayTo(server, 'localhost') } });
  const file = appConfigFile(DATA_DIR);
  const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const old = { host: 'db.example.org', port: 5433, user: 'mt', database: 'mt', ssl: true, max: 5 };
  writeFileSync(
    file,
    JSON.stringify({ ...(kept as object), storageProvider: 'sql', sql: {}, postgres: old }),
  );
  expect(readStoredConnection(DATA_DIR, server.app.environment.databaseDefaults)).toMatchObject({
    host: 'db.example.org',
    port: 5433,
    ssl: 'require',
  });
  writeFileSync(file, '{"postgres": {"host": "a b", "user": "mt", "database": "mt"}}');
  expect(() => readStoredConnection(DATA_DIR, server.app.environment.databaseDefaults)).toThrow(
    'postgres.host',
  );
});
