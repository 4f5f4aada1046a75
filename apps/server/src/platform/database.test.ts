import { createEntry } from '@monkey-tracker/contract/entries';
import { createShow, listShows, readShow } from '@monkey-tracker/contract/shows';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { withClient } from '@monkey-tracker/db/single-client';
import { type Line, openLine } from '@monkey-tracker/db/testing/line';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testApp } from '../testing/app.ts';
import { entrySample, makeShow, showSample } from '../testing/samples.ts';

/** Ways in which a database is away, each with its way back. */
const absences: [string, (line: Line, parts: ConnectionParts) => Promise<() => Promise<void>>][] = [
  ['behind a line that is cut', (line) => behind(line, 'cut')],
  ['behind a line that nothing passes and nothing ends', (line) => behind(line, 'dead')],
  ['because it lets nobody in', async (_line, parts) => letNobodyIn(parts)],
];

async function behind(line: Line, manner: 'cut' | 'dead') {
  line.become(manner);
  return async () => line.become('good');
}

async function letNobodyIn(parts: ConnectionParts) {
  const allow = (allowed: boolean) =>
    withClient({ ...parts, database: 'postgres' }, async (client) => {
      await client.query(`alter database ${parts.database} allow_connections ${allowed}`);
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${parts.database}'`,
      );
    });
  await allow(false);
  return () => allow(true);
}

describe('while PostgreSQL is away', () => {
  it.each(absences)(
    '%s, requests get 503 with Retry-After, and the server lives on and recovers',
    async (_how, leave) => {
      const direct = await testApp();
      const line = await openLine(direct.parts.port);
      onTestFinished(() => line.close());
      const impatient = { statementTimeoutMs: 500, connectTimeoutMs: 500 };
      const database = { ...direct.parts, ...impatient, host: '127.0.0.1', port: line.port };
      const server = await testApp({ beside: direct, environment: { database } });
      const dispatcher = await server.as('dispatcher');
      expect((await dispatcher.call(listShows, {})).status).toBe(200);
      const comeBack = await leave(line, direct.parts);
      for (const attempt of [
        dispatcher.call(listShows, {}),
        dispatcher.call(createShow, { body: showSample() }),
      ]) {
        const away = await attempt;
        expect(away).toMatchObject({ status: 503, problem: { code: 'storage.unavailable' } });
        expect(Number(away.headers['retry-after'])).toBeGreaterThan(0);
      }
      expect((await server.app.inject({ url: '/healthz' })).statusCode).toBe(200);
      expect((await server.app.inject({ url: '/readyz' })).statusCode).toBe(503);
      await comeBack();
      expect((await dispatcher.call(createShow, { body: showSample() })).status).toBe(201);
    },
  );
});

it('who comes when too many wait already is refused at once, and nothing that was acknowledged is lost', async () => {
  const direct = await testApp();
  const server = await testApp({
    beside: direct,
    environment: { database: { ...direct.parts, poolMax: 2 } },
  });
  const dispatcher = await server.as('dispatcher');
  const show = await makeShow(dispatcher);
  const log = (n: number) =>
    dispatcher.call(createEntry, {
      params: { id: show.id },
      body: entrySample({ operator: `Pilot ${n}` }),
    });
  const { waiting, late } = await withClient(direct.parts, async (client) => {
    await client.query('begin');
    await client.query('lock table entries in access exclusive mode');
    const waiting = Array.from({ length: 22 }, (_, n) => log(n));
    await expect.poll(() => server.app.database.stats().waiting).toBe(20);
    const late = await log(22);
    await client.query('commit');
    return { waiting, late };
  });
  expect(late).toMatchObject({ status: 503, problem: { code: 'server.busy' } });
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
  expect(new Set((await Promise.all(waiting)).map(({ status }) => status))).toEqual(new Set([201]));
  const { body } = await dispatcher.call(readShow, { params: { id: show.id } });
  expect(body.entries).toHaveLength(22);
  expect((await log(22)).status).toBe(201);
});
