import { alive, health, ready } from '@monkey-tracker/contract/health';
import { withClient } from '@monkey-tracker/db/single-client';
import { expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';

it('everybody learns that the server is well and nothing more', async () => {
  const server = await testApp();
  expect((await server.anonymous.call(alive, {})).body).toEqual({ status: 'ok' });
  expect((await server.anonymous.call(ready, {})).body).toEqual({
    status: 'ok',
    database: 'ok',
    migrations: 'ok',
    exchange: 'none',
  });
  expect((await server.anonymous.call(health, {})).body).toEqual({
    status: 'ok',
    storage: 'PostgreSQL v1',
    storageMeta: { label: 'PostgreSQL v1', driver: 'postgres', schema: server.parts.schema },
    webhook: { enabled: false, method: 'POST', hasSecret: false, headerCount: 0 },
  });
});

it('many who ask at once whether it is ready are answered by one look, on a connection of the pool', async () => {
  const server = await testApp();
  const { app } = server;
  const answers = await withClient(server.parts, async (client) => {
    const waiting = async () =>
      (
        await client.query(
          `select count(*)::int as n from pg_locks where relation = 'drizzle_migrations'::regclass and not granted`,
        )
      ).rows[0].n;
    await client.query('begin; lock table drizzle_migrations');
    const asked = Array.from({ length: 40 }, () => app.inject({ url: ready.path }));
    await expect.poll(waiting).toBeGreaterThan(0);
    await server.anonymous.call(health, {});
    expect(await waiting()).toBe(1);
    expect(app.database.stats()).toMatchObject({ waiting: 0 });
    await client.query('commit');
    return Promise.all(asked);
  });
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
});

it('an administrator sees database, pool, migrations and archive', async () => {
  const server = await testApp();
  const { details } = (await (await server.as('admin')).call(health, {})).body;
  expect(details).toMatchObject({
    database: server.parts.database,
    pool: { max: server.parts.poolMax },
    migrations: { pending: 0, newest: expect.stringMatching(/^\d{4}_/) },
    archive: { active: 0, archived: 0, purgeStopped: null },
  });
});
