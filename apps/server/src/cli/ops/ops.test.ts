import { withClient } from '@monkey-tracker/db/single-client';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { expect, it, onTestFinished } from 'vitest';
import { databaseEnv, mt } from '../testing/mt.ts';
import { lists } from './lists.ts';
import { locks, sight } from './now.ts';
import { ask } from './section.ts';
import { slow } from './week.ts';

it('every question of the lists can be answered by a migrated database', async () => {
  const parts = await createTestDatabase();
  for (const [name, { sections }] of Object.entries(lists)) {
    const answers = await withClient(parts, (client) => ask(client, sections));
    expect(
      answers.filter(({ failure }) => failure),
      name,
    ).toEqual([]);
    expect(answers.length, name).toBeGreaterThan(4);
  }
});

it('an incident list shows who waits for whom', async () => {
  const parts = await createTestDatabase();
  await withClient(parts, async (blocker) => {
    await blocker.query('begin; lock table shows');
    const { rows } = await blocker.query('select pg_backend_pid()::text as pid');
    const waiter = withClient(parts, (client) => client.query('select * from shows'));
    const seen = () => withClient(parts, (client) => ask(client, [locks]));
    await expect.poll(async () => (await seen())[0]?.rows[0]?.blocker).toBe(rows[0].pid);
    await blocker.query('rollback');
    await waiter;
  });
});

it('what is not there is left out, and what is not allowed does not keep the rest from being told', async () => {
  const parts = await createTestDatabase();
  const answers = await withClient(parts, (client) =>
    ask(client, [slow, { title: 'Broken', hint: '', sql: 'select * from nowhere' }, locks]),
  );
  expect(answers).toMatchObject([
    { title: 'Broken', failure: expect.stringContaining('nowhere') },
    { title: 'Who waits for whom', rows: [] },
  ]);
});

it('an account that does not see everything is told so, and one that does is not', async () => {
  const parts = await createTestDatabase();
  const reader = `reader_${parts.database.slice(8, 24)}`;
  const told = (seenBy: typeof parts) => withClient(seenBy, (client) => ask(client, [sight]));
  await withClient(parts, (client) => client.query(`create role ${reader} login password 'x'`));
  onTestFinished(() => withClient(parts, async (client) => void (await client.query(`drop role ${reader}`))));
  const seenBy = { ...parts, user: reader, password: 'x' };
  expect(await told(seenBy)).toMatchObject([{ rows: [{ account: reader }] }]);
  await withClient(parts, (client) => client.query(`grant pg_read_all_stats to ${reader}`));
  expect(await told(seenBy)).toEqual([]);
});

it('the lists are printed for people, and as JSON; the exit code tells where a question was not answered', async () => {
  const env = databaseEnv(await createTestDatabase());
  const daily = await mt(['ops', 'daily'], env);
  expect(daily).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^The log of changes\n {2}events_count {2}broken_at/),
  });
  expect(JSON.parse((await mt(['ops', 'weekly', '--json'], env)).out)[0]).toMatchObject({
    title: 'Size of the tables',
  });
  const bare = await mt(['ops', 'daily'], databaseEnv(await createTestDatabase('empty')));
  expect(bare).toMatchObject({ code: 2, out: expect.stringContaining('not answered: ') });
});
