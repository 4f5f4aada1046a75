import { readConfig, updateConfig } from '@monkey-tracker/contract/config';
import { expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';

it('the settings are shared, and changed only where they are named', async () => {
  const server = await testApp();
  const admin = await server.as('admin');
  const viewer = await server.as('viewer');
  const body = { unitLabel: 'Monkey' as const, archive: { retentionMonths: 6 } };
  expect((await admin.call(updateConfig, { body })).status).toBe(200);
  expect((await viewer.call(readConfig, {})).body).toMatchObject({
    unitLabel: 'Monkey',
    timeZone: 'UTC',
    archive: { afterHours: 24, retentionMonths: 6 },
  });
});

it('only administrators see where the database is, and nobody its password', async () => {
  const server = await testApp();
  const seen = (await (await server.as('admin')).call(readConfig, {})).body;
  expect(seen.postgres).toMatchObject({ database: server.parts.database });
  expect(seen.postgres).not.toHaveProperty('password');
  expect((await (await server.as('dispatcher')).call(readConfig, {})).body.postgres).toBeUndefined();
});

it('a time zone that nobody knows is refused by the name of its field', async () => {
  const server = await testApp();
  const refused = await (await server.as('admin')).call(updateConfig, { body: { timeZone: 'Mars/Olympus' } });
  expect(refused).toMatchObject({ status: 400, problem: { errors: [{ path: 'timeZone' }] } });
});
