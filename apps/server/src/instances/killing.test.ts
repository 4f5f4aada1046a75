import { verifyAudit } from '@monkey-tracker/contract/audit';
import { login } from '@monkey-tracker/contract/auth';
import { createEntry } from '@monkey-tracker/contract/entries';
import { createShow, readShow } from '@monkey-tracker/contract/shows';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { expect, it } from 'vitest';
import { databaseEnv } from '../cli/testing/mt.ts';
import { dataFolder, type Running, startServer } from '../start/testing/server.ts';
import { entrySample, showSample } from '../testing/samples.ts';
import { openStream } from '../testing/stream.ts';

const admin = { email: 'ada@example.org', password: 'seven purple kites over Linz' };

/** A hand that logs pilots, through the next server where one is gone, under the id that it chose: never twice. */
async function hand(
  servers: Running[],
  showId: string,
  token: string,
  number: number,
  acknowledged: string[],
) {
  for (let round = 0; round < 15; round += 1) {
    const body = entrySample({ operator: `Pilot ${number}.${round}`, id: crypto.randomUUID() });
    for (let attempt = number; ; attempt += 1) {
      const server = servers[attempt % servers.length];
      try {
        const entry = await server?.call(createEntry, { params: { id: showId }, body }, token);
        if (entry) acknowledged.push(entry.id);
        break;
      } catch (error) {
        // The attempt before may have got through although its answer was lost.
        if (String(error).includes(': 409 ')) break;
      }
    }
  }
}

it('of two servers one is killed while people write: the other goes on, and nothing that was acknowledged is lost', async () => {
  const env = {
    ...databaseEnv(await createTestDatabase()),
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  };
  const first = await startServer({ ...env, DATA_DIR: dataFolder() });
  const second = await startServer({ ...env, DATA_DIR: dataFolder() });
  const { accessToken } = await first.call(login, { body: admin });
  const show = await first.call(createShow, { body: showSample() }, accessToken);
  const stream = await openStream(first.url, accessToken);

  const acknowledged: string[] = [];
  const hands = [0, 1, 2, 3].map((number) =>
    hand([first, second], show.id, accessToken, number, acknowledged),
  );
  const [seen] = await stream.take('change', 5);
  expect(await first.end('SIGKILL')).toBeNull();
  await Promise.all(hands);

  const { entries } = await second.call(readShow, { params: { id: show.id } }, accessToken);
  expect(entries).toHaveLength(60);
  const kept = new Set(entries.map(({ id }) => id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(await second.call(verifyAudit, {}, accessToken)).toMatchObject({ whole: true });

  // The stream comes back to the other server, and goes on where it was.
  const resumed = await openStream(second.url, accessToken, seen?.id);
  const numbers = (await resumed.take('change', 59)).map(({ id }) => Number(id));
  expect(numbers).toEqual(numbers.map((_, n) => Number(seen?.id) + 1 + n));
  expect(await second.end('SIGTERM')).toBe(0);
});
