import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeSetup } from '@monkey-tracker/contract/auth';
import { readConfig } from '@monkey-tracker/contract/config';
import { expect, it } from 'vitest';
import { dataFolder, startServer } from './testing/server.ts';

it("a new database takes unit label and webhook from the old software's file, and reads past the rest", async () => {
  const DATA_DIR = dataFolder();
  mkdirSync(join(DATA_DIR, 'config'));
  const old = {
    unitLabel: 'Monkey',
    storageProvider: 'sql.js',
    sql: { filename: 'data/monkey.sqlite' },
    host: '10.41.1.2',
    webhook: {
      url: 'https://example.org/hook',
      method: 'post',
      secret: 'canary-of-old',
      headers: { 'X-Table': 'shows' },
    },
  };
  writeFileSync(join(DATA_DIR, 'config', 'app-config.json'), JSON.stringify(old));
  const server = await startServer({ DATA_DIR });
  expect(server.said()).toContain('taken from app-config.json: unitLabel, webhook');
  expect(server.said()).not.toContain('canary-of-old');
  const { accessToken } = await server.call(completeSetup, {
    body: {
      email: 'ada@example.org',
      displayName: 'Ada',
      password: 'seven purple kites over Linz',
      token: server.setupToken,
    },
  });
  expect(await server.call(readConfig, {}, accessToken)).toMatchObject({
    unitLabel: 'Monkey',
    webhook: {
      enabled: true,
      method: 'POST',
      hasSecret: true,
      url: 'https://example.org/hook',
      headers: [{ name: 'X-Table', value: 'shows' }],
    },
  });
});
