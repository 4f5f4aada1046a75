import { alive, health, ready } from '@monkey-tracker/contract/health';
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
