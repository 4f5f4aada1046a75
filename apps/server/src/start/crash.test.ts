import { verifyAudit } from '@monkey-tracker/contract/audit';
import { completeSetup, login } from '@monkey-tracker/contract/auth';
import { createEntry } from '@monkey-tracker/contract/entries';
import { ready } from '@monkey-tracker/contract/health';
import { createShow, readShow } from '@monkey-tracker/contract/shows';
import { expect, test } from 'vitest';
import { entrySample, showSample } from '../testing/samples.ts';
import { dataFolder, postgresOf, type Running, startServer } from './testing/server.ts';

const admin = { email: 'ada@example.org', password: 'seven purple kites over Linz' };
const setUp = ({ call, setupToken }: Running) =>
  call(completeSetup, { body: { ...admin, displayName: 'Ada', token: setupToken } });

/** Logs entries from several hands at once until the server is gone, and notes the ids that it acknowledged. */
async function writeUntilItDies({ call }: Running, showId: string, token: string, acknowledged: string[]) {
  const hands = Array.from({ length: 8 }, async (_, hand) => {
    for (let round = 0; ; round += 1) {
      const body = entrySample({ operator: `Pilot ${hand}.${round}` });
      const entry = await call(createEntry, { params: { id: showId }, body }, token).catch(() => undefined);
      if (!entry) return;
      acknowledged.push(entry.id);
    }
  });
  await Promise.all(hands);
}

test('a server killed while eight people write has lost nothing that it acknowledged', async () => {
  const DATA_DIR = dataFolder();
  const first = await startServer({ DATA_DIR });
  const { accessToken } = await setUp(first);
  const show = await first.call(createShow, { body: showSample() }, accessToken);
  const acknowledged: string[] = [];
  const writing = writeUntilItDies(first, show.id, accessToken, acknowledged);
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(50);
  expect(await first.end('SIGKILL')).toBeNull();
  await writing;

  const second = await startServer({ DATA_DIR });
  const { accessToken: again } = await second.call(login, { body: admin });
  const after = await second.call(readShow, { params: { id: show.id } }, again);
  const kept = new Set(after.entries.map((entry) => entry.id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(await second.call(verifyAudit, {}, again)).toMatchObject({ whole: true });
  expect(await second.end('SIGTERM')).toBe(0);
});

test('an embedded PostgreSQL that is killed comes back, with all that was acknowledged', async () => {
  const DATA_DIR = dataFolder();
  const server = await startServer({ DATA_DIR });
  const { accessToken } = await setUp(server);
  const show = await server.call(createShow, { body: showSample() }, accessToken);
  const killed = postgresOf(DATA_DIR);
  if (!killed) throw new Error('PostgreSQL has no pid file');
  process.kill(killed, 'SIGKILL');
  // Port 0 is another one after each start: what counts is printed anew.
  await expect.poll(() => server.said().match(/Ctrl-C stops it/g)?.length, { timeout: 20_000 }).toBe(2);
  const url = [...server.said().matchAll(/Open {3}(\S+)/g)].at(-1)?.[1];
  const reply = await fetch(`${url}/api/shows/${show.id}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect(await reply.json()).toMatchObject({ id: show.id });
  expect((await fetch(`${url}${ready.path}`)).status).toBe(200);
  expect(await server.end('SIGTERM')).toBe(0);
});
