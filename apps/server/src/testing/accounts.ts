import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { migrate } from '@monkey-tracker/db/migrate';
import { provision } from '@monkey-tracker/db/provision';
import { withClient } from '@monkey-tracker/db/single-client';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { expect, onTestFinished } from 'vitest';
import { databaseEnv, mt } from '../cli/testing/mt.ts';

export const password = 'a password of the tests';
export const run = (parts: ConnectionParts, statement: string) =>
  withClient(parts, (client) => client.query(statement));

/**
 * A database with an owner who is no superuser, migrated by them, and `mt roles` run for server and backups.
 * @param before what somebody else has put there before the first migration.
 */
export async function threeAccounts(schema = 'public', before = '') {
  const parts = { ...(await createTestDatabase('empty')), schema };
  const name = (kind: string) => `${kind}_${parts.database.slice(8, 24)}`;
  const as = (kind: string): ConnectionParts => ({ ...parts, user: name(kind), password });
  await run(parts, `create role ${name('owner')} login createrole password '${password}'`);
  await run(parts, `alter database ${parts.database} owner to ${name('owner')}`);
  await run(parts, `alter schema public owner to ${name('owner')}`);
  onTestFinished(async () => {
    for (const kind of ['app', 'backup', 'owner'])
      await run(
        parts,
        `reassign owned by ${name(kind)} to current_user; drop owned by ${name(kind)}; drop role ${name(kind)}`,
      );
  });
  await run(parts, before);
  await provision(as('owner'));
  await migrate(as('owner'));
  const set = await mt(['roles', '--app', name('app'), '--backup', name('backup')], {
    ...databaseEnv(as('owner')),
    APP_PASSWORD: password,
    BACKUP_PASSWORD: password,
  });
  expect(set).toMatchObject({ code: 0, err: '' });
  return { as, parts };
}
