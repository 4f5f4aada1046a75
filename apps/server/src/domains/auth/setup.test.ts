import { completeSetup, login, readSetup } from '@monkey-tracker/contract/auth';
import { users, userTokens } from '@monkey-tracker/db/schema/users';
import { describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../testing/app.ts';
import { cookieIn, password, present } from './auth.samples.ts';
import { createAdmin, createFirstAdmin, ensureSetupToken } from './index.ts';

const person = { email: 'ada@example.org', displayName: 'Ada', password };

async function fresh(clockOffset?: string) {
  const server = await testApp({ clockOffset });
  const token = (await ensureSetupToken(server.app.database.db)) ?? '';
  return { server, token };
}

const setUp = ({ anonymous }: TestApp, token: string, change: Partial<typeof person> = {}) =>
  anonymous.call(completeSetup, { body: { token, ...person, ...change } });

describe('the first administrator', () => {
  it('is made with the token of the start-up log, and is signed in', async () => {
    const { server, token } = await fresh();
    expect((await server.anonymous.call(readSetup, {})).body).toEqual({ needed: true });
    const outcome = await setUp(server, token);
    expect(outcome.status).toBe(201);
    expect(outcome.body.user).toMatchObject({ email: 'ada@example.org', roles: ['admin'] });
    expect((await present(server, cookieIn(outcome) ?? '')).status).toBe(200);

    expect((await server.anonymous.call(readSetup, {})).body).toEqual({ needed: false });
    const again = await setUp(server, token);
    expect([again.status, again.problem.code]).toEqual([404, 'auth.setup_done']);
    expect(await ensureSetupToken(server.app.database.db)).toBeNull();
  });

  it('is not made without the token, with an old one or with a weak password', async () => {
    const { server, token } = await fresh();
    expect((await setUp(server, 'guessed')).problem).toMatchObject({
      status: 400,
      code: 'auth.setup_token_invalid',
    });
    const weak = await setUp(server, token, { password: 'password1234' });
    expect(weak.problem.errors).toEqual([
      { path: 'password', message: 'This password is easy to guess. Use several unrelated words.' },
    ]);
    const later = await testApp({ beside: server, clockOffset: '8 days' });
    expect((await setUp(later, token)).problem.code).toBe('auth.setup_token_invalid');
    expect((await setUp(server, token)).status).toBe(201);
  });

  it('is one, also when several are made at the same moment with the tokens of several instances', async () => {
    const { server, token } = await fresh();
    const other = await testApp({ beside: server });
    const otherToken = (await ensureSetupToken(other.app.database.db)) ?? '';
    const outcomes = await Promise.all([
      setUp(server, token),
      setUp(other, otherToken, { email: 'bob@example.org' }),
      setUp(server, token, { email: 'eve@example.org' }),
    ]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual([201, 404, 404]);
    expect(await server.app.database.db.select().from(users)).toHaveLength(1);
    expect(await server.app.database.db.select().from(userTokens)).toHaveLength(0);
  });

  it('cannot be had by guessing tokens', async () => {
    const { server } = await fresh();
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) => setUp(server, `guess ${index}`)),
    );
    expect(outcomes.filter((one) => one.status === 429)).toHaveLength(2);
  });

  it('is made from the environment once, by however many servers start', async () => {
    const server = await testApp();
    const { database, passwords } = server.app;
    const given = { email: 'Admin@Example.org', password };
    const made = await Promise.all(
      Array.from({ length: 3 }, () => createFirstAdmin(database.db, passwords, given)),
    );
    expect(made.filter((one) => one.made)).toHaveLength(1);
    expect(await createFirstAdmin(database.db, passwords, given)).toEqual({ made: false });
    const body = { email: 'admin@example.org', password };
    expect((await server.anonymous.call(login, { body })).body.user.roles).toEqual(['admin']);
  });

  it('from the environment may have a weak password, and that is said', async () => {
    const { app } = await testApp();
    const given = { email: 'admin@example.org', password: 'password1234' };
    expect(await createFirstAdmin(app.database.db, app.passwords, given)).toMatchObject({
      made: true,
      weakness: 'This password is easy to guess. Use several unrelated words.',
    });
  });

  it('can be added at the console beside others', async () => {
    const { app } = await testApp();
    await createAdmin(app.database.db, app.passwords, person);
    await createAdmin(app.database.db, app.passwords, { ...person, email: 'bob@example.org' });
    await expect(createAdmin(app.database.db, app.passwords, person)).rejects.toMatchObject({
      code: 'users.email_taken',
    });
  });
});
