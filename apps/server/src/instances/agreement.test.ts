import { login } from '@monkey-tracker/contract/auth';
import { readConfig, updateConfig } from '@monkey-tracker/contract/config';
import { listShows } from '@monkey-tracker/contract/shows';
import { describe, expect, it } from 'vitest';
import { signInDirectly } from '../testing/identity.ts';
import { type TestApp, testApp } from '../testing/app.ts';
import { makeShow } from '../testing/samples.ts';
import { openStream } from '../testing/stream.ts';

/** Three servers on one database, as behind a balancer. */
async function three(): Promise<[TestApp, TestApp, TestApp]> {
  const first = await testApp();
  return [first, await testApp({ beside: first }), await testApp({ beside: first })];
}

describe('three servers on one database', () => {
  it('tell every stream every change, once and in order, whichever of them made it', async () => {
    const servers = await three();
    const { token } = await signInDirectly(servers[0].app, 'viewer');
    const streams = await Promise.all(
      servers.map(async ({ app }) => openStream(await app.listen({ host: '127.0.0.1', port: 0 }), token)),
    );
    const writers = await Promise.all(servers.map((server) => server.as('dispatcher')));
    await Promise.all(
      writers.flatMap((writer, at) =>
        [1, 2, 3, 4].map((n) => makeShow(writer, { date: `2031-0${at + 1}-0${n}` })),
      ),
    );
    const told = await Promise.all(streams.map((stream) => stream.take('change', 12)));
    const numbers = told.map((changes) => changes.map(({ id }) => Number(id)));
    expect(numbers[0]).toEqual(Array.from({ length: 12 }, (_, n) => (numbers[0]?.[0] ?? 0) + n));
    expect(numbers[1]).toEqual(numbers[0]);
    expect(numbers[2]).toEqual(numbers[0]);
  });

  it('hold to a change of the settings, of a role and of a session at once, all of them', async () => {
    const [one, two, other] = await three();
    const admin = await one.as('admin');
    await admin.call(updateConfig, { body: { unitLabel: 'Monkey' } });
    const bearer = { authorization: `Bearer ${admin.token}` };
    for (const server of [two, other])
      expect((await server.anonymous.call(readConfig, {}, bearer)).body.unitLabel).toBe('Monkey');
    await one.app.database.pool.query('update auth_sessions set ended_at = server_now()');
    for (const server of [one, two, other])
      expect((await server.anonymous.call(listShows, {}, bearer)).status).toBe(401);
  });

  it('count sign-ins that fail together: changing the server gains a guesser nothing', async () => {
    const servers = await three();
    const guess = { email: 'dana@example.org', password: 'not the right password' };
    const statuses: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const server = servers[round % 3] ?? servers[0];
      statuses.push((await server.anonymous.call(login, { body: guess })).status);
    }
    const refused = statuses.indexOf(429);
    expect(refused).toBeGreaterThan(0);
    expect(statuses.slice(refused).every((status) => status === 429)).toBe(true);
    const alone = await testApp();
    const without: number[] = [];
    for (let round = 0; round < 12; round += 1)
      without.push((await alone.anonymous.call(login, { body: guess })).status);
    expect(statuses).toEqual(without);
  });

  it('never fly more than five shows on a day, though all three take them in at once', async () => {
    const servers = await three();
    const writers = await Promise.all(servers.map((server) => server.as('dispatcher')));
    const attempts = writers.flatMap((writer) =>
      [1, 2, 3, 4].map((n) => makeShow(writer, { date: '2031-05-05', label: `Show ${n}` })),
    );
    const taken = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'fulfilled');
    expect(taken).toHaveLength(5);
  });
});
