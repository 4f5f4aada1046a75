import { login, readMe } from '@monkey-tracker/contract/auth';
import { users } from '@monkey-tracker/db/schema/users';
import * as argon2 from 'argon2';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { disable, makeUser, password, signedIn } from './auth.samples.ts';
import * as throttle from '../../platform/throttle.ts';

const email = 'dana@example.org';
const wrong = { email, password: 'not the right password' };
const untraced = (problem: object) => ({ ...problem, requestId: undefined });

describe('signing in', () => {
  it('gives an access token, the user with roles and settings, and a cookie that scripts cannot read', async () => {
    const server = await testApp();
    await makeUser(server);
    const outcome = await server.anonymous.call(login, { body: { email: ' Dana@Example.org ', password } });
    expect(outcome.status).toBe(200);
    expect(outcome.body.user).toMatchObject({
      email,
      displayName: 'Dana Diaz',
      roles: ['dispatcher'],
      settings: {},
    });
    expect(outcome.body.expiresIn).toBe(900);
    const cookie = String(outcome.headers['set-cookie']);
    expect(cookie).toContain('Path=/api/auth/refresh; HttpOnly; SameSite=Strict');
    expect(cookie).not.toContain('; Secure');

    const headers = { authorization: `Bearer ${outcome.body.accessToken}` };
    expect((await server.anonymous.call(readMe, {}, headers)).body.email).toBe(email);
  });

  it('gives a Secure cookie where people reach the server over https', async () => {
    const server = await testApp({ environment: { PUBLIC_URL: 'https://drones.example.org' } });
    await makeUser(server);
    const outcome = await server.anonymous.call(login, { body: { email, password } });
    expect(String(outcome.headers['set-cookie'])).toMatch(/^__Secure-.*; Secure/);
  });

  it('answers an unknown, a disabled and a wrong sign-in alike, and takes as long', async () => {
    const server = await testApp();
    await makeUser(server);
    const gone = await makeUser(server, 'viewer', 'gone@example.org');
    await disable(server, gone.id);
    const tries = [wrong, { email: 'nobody@example.org', password }, { email: 'gone@example.org', password }];
    const answers = [];
    const times = [Infinity, Infinity, Infinity];
    for (let index = 0; index < 9; index += 1) {
      const began = performance.now();
      const outcome = await server.anonymous.call(login, { body: tries[index % 3] ?? wrong });
      times[index % 3] = Math.min(times[index % 3] ?? 0, performance.now() - began);
      if (index < 3) answers.push(outcome);
    }
    expect(answers.map((one) => one.status)).toEqual([401, 401, 401]);
    expect(answers.map((one) => untraced(one.problem))).toEqual(
      tries.map(() => ({
        status: 401,
        code: 'auth.invalid_credentials',
        detail: 'Invalid email or password',
        error: 'Invalid email or password',
      })),
    );
    // Without a hash to verify, the answer would come in a tenth of the time.
    expect(Math.min(...times)).toBeGreaterThan(Math.max(...times) / 4);
  });

  it('refuses what cannot be an address without asking the database', async () => {
    const server = await testApp();
    const outcome = await server.anonymous.call(login, { body: { email: 'a\u0000b', password } });
    expect(outcome.problem.code).toBe('auth.invalid_credentials');
  });

  it('hashes the password anew at the first sign-in after the costs have grown', async () => {
    const server = await testApp();
    const { db } = server.app.database;
    const user = await makeUser(server);
    const secret = Buffer.from(server.app.environment.PASSWORD_PEPPER);
    const cheap = await argon2.hash(password, { secret, memoryCost: 1024, timeCost: 2, parallelism: 1 });
    await db.update(users).set({ passwordHash: cheap }).where(eq(users.id, user.id));
    await signedIn(server);
    const [row] = await db.select().from(users).where(eq(users.id, user.id));
    expect(row?.passwordHash).toContain('m=47104');
    await signedIn(server);
  });
});

describe('guessing a password', () => {
  it('is stopped after ten attempts for an account, counted also when they come at once', async () => {
    const server = await testApp();
    await makeUser(server);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => server.anonymous.call(login, { body: wrong })),
    );
    const statuses = outcomes.map((one) => one.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    const refused = outcomes.find((one) => one.status === 429);
    expect(refused?.problem.code).toBe('auth.too_many_attempts');
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(800);

    // Neither does the right password help now, but after 15 minutes it does.
    expect((await server.anonymous.call(login, { body: { email, password } })).status).toBe(429);
    const later = await testApp({ beside: server, clockOffset: '16 minutes' });
    expect((await later.anonymous.call(login, { body: { email, password } })).status).toBe(200);
  });

  it('by a stranger elsewhere does not lock the owner out, until the guesses are too many for any one', async () => {
    const server = await testApp({ environment: { TRUST_PROXY: 'true' } });
    await makeUser(server);
    const attempt = (given: typeof wrong, address: string) =>
      server.anonymous.call(login, { body: given }, { 'x-forwarded-for': address });
    const guesses = await Promise.all(Array.from({ length: 12 }, () => attempt(wrong, '203.0.113.7')));
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(2);
    expect((await attempt({ email, password }, '203.0.113.7')).status).toBe(429);
    expect((await attempt({ email, password }, '198.51.100.2')).status).toBe(200);

    const { db } = server.app.database;
    await Promise.all(Array.from({ length: 100 }, () => throttle.attempt(db, 'sign-in account', email)));
    expect((await attempt({ email, password }, '198.51.100.3')).status).toBe(429);
  });

  it('is counted for unknown accounts too, so that a refusal tells nothing', async () => {
    const server = await testApp();
    const body = { email: 'nobody@example.org', password };
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => server.anonymous.call(login, { body })),
    );
    expect(outcomes.filter((one) => one.status === 429)).toHaveLength(2);
  });

  it('is forgotten for the account when the right person signs in', async () => {
    const server = await testApp();
    await makeUser(server);
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(Array.from({ length: 9 }, () => server.anonymous.call(login, { body: wrong })));
      expect(await signedIn(server)).toBeDefined();
    }
  });

  it('is stopped for an address that tries many accounts, and not for another address', async () => {
    const server = await testApp({ environment: { TRUST_PROXY: 'true' } });
    await makeUser(server);
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const attempt = (email: string, address: string) =>
      server.anonymous.call(login, { body: { email, password } }, from(address));
    const { db } = server.app.database;
    await Promise.all(
      Array.from({ length: 99 }, (_, host) => throttle.attempt(db, 'sign-in address', `2001:db8::${host}`)),
    );
    expect((await attempt('guess@example.org', '2001:db8::abcd')).status).toBe(401);
    expect((await attempt(email, '2001:db8::ffff')).status).toBe(429);
    expect((await attempt(email, '2001:db8:0:1::1')).status).toBe(200);
  });
});
