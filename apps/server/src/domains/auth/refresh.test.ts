import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { logout, readMe } from '@monkey-tracker/contract/auth';
import { authSessions } from '@monkey-tracker/db/schema/auth';
import { events } from '@monkey-tracker/db/schema/events';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../testing/app.ts';
import { cookieIn, disable, makeUser, present, signedIn } from './auth.samples.ts';

async function atWork(options: Parameters<typeof testApp>[0] = {}) {
  const server = await testApp(options);
  const user = await makeUser(server);
  const { cookie, headers } = await signedIn(server);
  return { server, user, cookie, headers };
}

const reuses = ({ app }: TestApp) =>
  app.database.db.select().from(events).where(eq(events.type, 'session.reuse_detected'));

describe('a session', () => {
  it('goes on with another cookie and a new access token at each refresh', async () => {
    const { server, cookie, user } = await atWork();
    const first = await present(server, cookie);
    const second = await present(server, cookieIn(first) ?? '');
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(new Set([cookie, cookieIn(first), cookieIn(second)]).size).toBe(3);
    expect(second.body.user.id).toBe(user.id);
    const headers = { authorization: `Bearer ${second.body.accessToken}` };
    expect((await server.anonymous.call(readMe, {}, headers)).status).toBe(200);
  });

  it('keeps only hashes of its tokens', async () => {
    const { server, cookie } = await atWork();
    const next = cookieIn(await present(server, cookie, randomUUID())) ?? '';
    const kept = JSON.stringify(await server.app.database.db.select().from(authSessions));
    for (const one of [cookie, next]) expect(kept).not.toContain(one.split('.')[1]);
  });

  it('ends, with a mark in the log, when a used token comes back', async () => {
    const { server, cookie, headers } = await atWork();
    const next = cookieIn(await present(server, cookie, randomUUID())) ?? '';
    const stolen = await present(server, cookie, randomUUID());
    expect(stolen.problem.code).toBe('auth.session_ended');
    expect((await present(server, next)).status).toBe(401);
    expect((await server.anonymous.call(readMe, {}, headers)).status).toBe(401);
    expect(await reuses(server)).toHaveLength(1);
  });

  it('ends also when a token from long ago comes back', async () => {
    const { server, cookie } = await atWork();
    let newest = cookie;
    for (let turn = 0; turn < 3; turn += 1) newest = cookieIn(await present(server, newest)) ?? '';
    expect((await present(server, cookie)).status).toBe(401);
    expect((await present(server, newest)).status).toBe(401);
    expect(await reuses(server)).toHaveLength(1);
  });

  it('does not end for a token that somebody made up', async () => {
    const { server, cookie } = await atWork();
    const [name, value = ''] = cookie.split('=');
    const [id, secret = ''] = value.split('.');
    const forged = [
      `${id}.${'A'.repeat(43)}.${'A'.repeat(43)}`,
      `${id}.${secret}.${'A'.repeat(43)}`,
      'x',
      `${id}`,
    ];
    for (const one of forged) expect((await present(server, `${name}=${one}`)).status).toBe(401);
    expect((await present(server, '')).problem.code).toBe('auth.required');
    expect((await present(server, cookie)).status).toBe(200);
  });

  it('gives the same answer again to the attempt whose answer was lost', async () => {
    const { server, cookie } = await atWork();
    const attempt = randomUUID();
    const lost = await present(server, cookie, attempt);
    const again = await present(server, cookie, attempt);
    expect([lost.status, again.status]).toEqual([200, 200]);
    expect(cookieIn(again)).toBe(cookieIn(lost));
    expect(await reuses(server)).toHaveLength(0);

    // The new token arrived and was used: whoever repeats now is somebody else.
    expect((await present(server, cookieIn(again) ?? '')).status).toBe(200);
    expect((await present(server, cookie, attempt)).status).toBe(401);
    expect(await reuses(server)).toHaveLength(1);
  });

  it('survives two refreshes of one attempt at the same moment', async () => {
    const { server, cookie } = await atWork();
    const attempt = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => present(server, cookie, attempt)));
    expect(outcomes.map((one) => one.status)).toEqual(Array(8).fill(200));
    expect(new Set(outcomes.map(cookieIn)).size).toBe(1);
    expect((await present(server, cookieIn(outcomes[0] ?? { headers: {} }) ?? '')).status).toBe(200);
  });

  it('lets only one of two different attempts with one token through', async () => {
    const { server, cookie } = await atWork();
    // Both have begun before one goes on.
    const started = await server.app.database.db.transaction(async (db) => {
      await db.select().from(authSessions).for('update');
      const requests = [present(server, cookie, randomUUID()), present(server, cookie, randomUUID())];
      await pause(300);
      return { requests };
    });
    const outcomes = await Promise.all(started.requests);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual([200, 401]);
    expect(await reuses(server)).toHaveLength(1);
  });

  it('ends when it is not used for the idle time, and begins it anew at each use', async () => {
    const { server, cookie, headers } = await atWork({ environment: { SESSION_IDLE_MINUTES: 60 } });
    const at = (clockOffset: string) =>
      testApp({ beside: server, clockOffset, environment: { SESSION_IDLE_MINUTES: 60 } });
    const next = await present(await at('50 minutes'), cookie);
    expect(next.status).toBe(200);
    expect((await (await at('100 minutes')).anonymous.call(readMe, {}, headers)).status).toBe(200);
    expect((await (await at('111 minutes')).anonymous.call(readMe, {}, headers)).status).toBe(401);
    expect((await present(await at('111 minutes'), cookieIn(next) ?? '')).status).toBe(401);
  });

  it('ends at its greatest age, however busy it is', async () => {
    const environment = { SESSION_MAX_HOURS: 2 };
    const { server, cookie } = await atWork({ environment });
    const next = await present(
      await testApp({ beside: server, clockOffset: '119 minutes', environment }),
      cookie,
    );
    expect(next.status).toBe(200);
    const later = await testApp({ beside: server, clockOffset: '121 minutes', environment });
    expect((await present(later, cookieIn(next) ?? '')).status).toBe(401);
  });

  it('is refreshed in time where the idle time is shorter than an access token', async () => {
    const { server, cookie } = await atWork({ environment: { SESSION_IDLE_MINUTES: 5 } });
    expect((await present(server, cookie)).body.expiresIn).toBe(150);
  });

  it('is not refreshed for the page of another site, nor for a disabled user', async () => {
    const { server, cookie, user } = await atWork({
      environment: { PUBLIC_URL: 'http://drones.example.org' },
    });
    for (const origin of ['https://evil.example', 'null', 'http://drones.example.org.evil.example']) {
      expect((await present(server, cookie, undefined, { origin })).problem.code).toBe('auth.foreign_origin');
    }
    const own = await present(server, cookie, undefined, { origin: 'http://drones.example.org' });
    const here = await present(server, cookieIn(own) ?? '', undefined, {
      origin: 'http://a.lan:3000',
      host: 'a.lan:3000',
    });
    expect([own.status, here.status]).toEqual([200, 200]);
    await disable(server, user.id);
    expect((await present(server, cookieIn(here) ?? '')).status).toBe(401);
  });

  it('ends at sign-out, and the cookie goes', async () => {
    const { server, cookie, headers } = await atWork();
    const outcome = await server.anonymous.call(logout, {}, headers);
    expect(outcome.status).toBe(204);
    expect(String(outcome.headers['set-cookie'])).toMatch(/refresh=; .*(Expires=Thu, 01 Jan 1970|Max-Age=0)/);
    expect((await present(server, cookie)).status).toBe(401);
    expect((await server.anonymous.call(readMe, {}, headers)).status).toBe(401);
  });
});

describe('the log of sessions', () => {
  it('tells of beginning and end, and never a token', async () => {
    const { server, cookie, headers, user } = await atWork();
    const next = cookieIn(await present(server, cookie)) ?? '';
    await server.anonymous.call(logout, {}, headers);
    const told = await server.app.database.db.select().from(events);
    expect(told.map((one) => [one.type, one.actorId])).toEqual([
      ['session.started', user.id],
      ['session.ended', user.id],
    ]);
    expect(told[1]?.after).toEqual({ reason: 'signed_out' });
    for (const one of [cookie, next]) expect(JSON.stringify(told)).not.toContain(one.split('.')[1]);
  });
});
