import { completeSetup } from '@monkey-tracker/contract/auth';
import { readConfig, updateConfig } from '@monkey-tracker/contract/config';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { expect, it } from 'vitest';
import { storeConnection } from '../platform/app-config.ts';
import { dataFolder, startServer } from '../start/testing/server.ts';

it('servers that share a folder follow each other to another database, and begin there after a restart', async () => {
  const { host, port, user, password, database } = await createTestDatabase();
  const DATA_DIR = dataFolder();
  const way = { host, port, user, password, database, schema: 'public', ssl: 'disable' as const };
  await storeConnection(DATA_DIR, way);
  const first = await startServer({ DATA_DIR });
  const second = await startServer({ DATA_DIR });
  const { accessToken } = await first.call(completeSetup, {
    body: {
      email: 'ada@example.org',
      displayName: 'Ada',
      password: 'seven purple kites over Linz',
      token: first.setupToken,
    },
  });

  await first.call(updateConfig, { body: { postgres: { ...way, host: 'localhost' } } }, accessToken);
  const hostOf = async ({ call }: typeof first) => (await call(readConfig, {}, accessToken)).postgres?.host;
  expect(await hostOf(first)).toBe('localhost');
  await expect.poll(() => hostOf(second), { timeout: 20_000 }).toBe('localhost');

  expect(await second.end('SIGTERM')).toBe(0);
  const third = await startServer({ DATA_DIR });
  expect(await hostOf(third)).toBe('localhost');
});
