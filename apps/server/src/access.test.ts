import { createAccessToken } from '@monkey-tracker/contract/access-tokens';
import { allows, type Endpoint, roles } from '@monkey-tracker/contract/endpoint';
import { eventStreamPath } from '@monkey-tracker/contract/events';
import { userRoles } from '@monkey-tracker/db/schema/users';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { recallCaller } from './platform/access.queries.ts';
import { momentOf } from './platform/freshness.ts';
import { testApp } from './testing/app.ts';
import { allEndpoints } from './testing/endpoints.ts';

const named = ({ method, path }: Endpoint) => `${method} ${path}`;
/** A stranger's session, a show that is not there: what matters is who may ask, not what comes back. */
const request = ({ method, path }: Endpoint) => ({
  method,
  url: path.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000'),
  ...(method !== 'GET' && { payload: {} }),
});

describe('who may ask what', () => {
  it('is decided by the server for every endpoint and every identity', async () => {
    const server = await testApp();
    for (const held of [null, ...roles]) {
      for (const endpoint of allEndpoints) {
        // A sign-out ends the session: each call has one of its own.
        const token = held && (await server.as(held)).token;
        const { statusCode } = await server.app.inject({
          ...request(endpoint),
          headers: token ? { authorization: `Bearer ${token}` } : {},
        });
        const label = `${named(endpoint)} as ${held ?? 'nobody'}`;
        if (allows(endpoint.access, held && [held])) {
          expect([403, 500], label).not.toContain(statusCode);
          if (endpoint.access !== 'public') expect(statusCode, label).not.toBe(401);
        } else {
          expect(statusCode, label).toBe(held === null ? 401 : 403);
        }
      }
    }
  });

  it('is the same for a token of a role, but for what belongs to a person', async () => {
    const server = await testApp();
    for (const held of roles) {
      const { token } = (
        await (await server.as('admin')).call(createAccessToken, { body: { name: 'script', role: held } })
      ).body;
      for (const endpoint of allEndpoints.filter(({ access }) => access !== 'public')) {
        const { statusCode } = await server.app.inject({
          ...request(endpoint),
          headers: { authorization: `Bearer ${token}` },
        });
        const label = `${named(endpoint)} by a token of a ${held}`;
        if (endpoint.access !== 'self' && allows(endpoint.access, [held]))
          expect([401, 403, 500], label).not.toContain(statusCode);
        else expect(statusCode, label).toBe(403);
      }
    }
  });

  it('leaves open exactly these endpoints', () => {
    expect(
      allEndpoints
        .filter(({ access }) => access === 'public')
        .map(named)
        .toSorted(),
    ).toEqual([
      'GET /api/auth/setup',
      'GET /api/health',
      'GET /healthz',
      'GET /readyz',
      'POST /api/auth/invitations/accept',
      'POST /api/auth/login',
      'POST /api/auth/password-reset',
      'POST /api/auth/password-reset/confirm',
      'POST /api/auth/refresh',
      'POST /api/auth/setup',
    ]);
  });

  it('covers every route that the server has', async () => {
    const { app } = await testApp();
    const answered = allEndpoints.filter(({ method, path }) => app.hasRoute({ method, url: path }));
    expect(answered).toEqual(allEndpoints);
    expect((await app.inject({ url: eventStreamPath })).statusCode).toBe(401);
  });

  it('follows a change of roles, of the account and of the session at the next request', async () => {
    const server = await testApp();
    const { db } = server.app.database;
    const admin = await server.as('admin');
    const ask = async () =>
      (await server.app.inject({ url: '/api/users', headers: { authorization: `Bearer ${admin.token}` } }))
        .statusCode;
    expect(await ask()).toBe(200);
    await db.update(userRoles).set({ role: 'viewer' }).where(eq(userRoles.userId, admin.userId));
    expect(await ask()).toBe(403);
    await db.execute(sql`update users set disabled_at = now() where id = ${admin.userId}`);
    expect(await ask()).toBe(401);
    await db.execute(sql`update users set disabled_at = null where id = ${admin.userId}`);
    await db.execute(sql`update auth_sessions set ended_at = now() where user_id = ${admin.userId}`);
    expect(await ask()).toBe(401);
  });

  it('follows what was ended on another server, and a session that runs out by the clock', async () => {
    const server = await testApp();
    const other = await testApp({ beside: server });
    const { token, sessionId, userId } = await server.as('admin');
    const ask = async ({ app }: typeof server) =>
      (await app.inject({ url: '/api/users', headers: { authorization: `Bearer ${token}` } })).statusCode;
    for (let round = 0; round < 10; round += 1) {
      const role = round % 2 === 0 ? 'viewer' : 'admin';
      expect(await ask(server)).toBe(round % 2 === 0 ? 200 : 403);
      await other.app.database.db.update(userRoles).set({ role }).where(eq(userRoles.userId, userId));
      expect(await ask(server)).toBe(round % 2 === 0 ? 403 : 200);
    }

    const { db } = server.app.database;
    await db.execute(
      sql`update auth_sessions set expires_at = server_now() + interval '1 second' where id = ${sessionId}`,
    );
    const moment = await momentOf(db);
    const recall = async (at: number) => recallCaller(db, { ...moment, at }, sessionId);
    expect(await recall(moment.at)).toMatchObject({ userId });
    const isOver = () =>
      db
        .execute(sql`select from auth_sessions where id = ${sessionId} and expires_at <= server_now()`)
        .then(({ rowCount }) => rowCount);
    await expect.poll(isOver, { timeout: 5_000 }).toBe(1);
    expect(await recall((await momentOf(db)).at)).toBeNull();
    expect(await ask(server)).toBe(401);
  });

  it('follows the expiry of an access token, though it was checked before', async () => {
    const server = await testApp();
    const { userId, sessionId } = await server.as('viewer');
    const token = server.app.jwt.sign({ sub: userId, sid: sessionId }, { expiresIn: 2 });
    const ask = async () =>
      (await server.app.inject({ url: '/api/shows', headers: { authorization: `Bearer ${token}` } }))
        .statusCode;
    expect(await ask()).toBe(200);
    await expect.poll(ask, { timeout: 10_000, interval: 200 }).toBe(401);
  });

  it.each(['Bearer x.y.z', 'Bearer', 'Basic YTpi', `Bearer ${'a'.repeat(9_000)}`])(
    'is nothing for a token such as %.20s',
    async (authorization) => {
      const { app } = await testApp();
      const answer = await app.inject({ url: '/api/shows', headers: { authorization } });
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'auth.required', error: 'Authentication required' });
    },
  );

  it('is nothing for a token that another key or no key has signed', async () => {
    const server = await testApp();
    const { sessionId, userId } = await server.as('admin');
    const other = await testApp({ environment: { JWT_SECRET: 'another secret, long enough to be one' } });
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const unsigned = `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ sub: userId, sid: sessionId })}.`;
    for (const token of [other.app.jwt.sign({ sub: userId, sid: sessionId }), unsigned]) {
      const answer = await server.app.inject({
        url: '/api/shows',
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.statusCode).toBe(401);
    }
  });
});
