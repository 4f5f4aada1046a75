import * as contract from '@monkey-tracker/contract/auth';
import { createResetLink, readUser, updateUser } from '@monkey-tracker/contract/users';
import { describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../testing/app.ts';
import { makeUser, otherPassword, password, signedIn } from './auth.samples.ts';
import { resetPassword } from './index.ts';

const email = 'dana@example.org';

async function withUser(options: Parameters<typeof testApp>[0] = {}) {
  const server = await testApp(options);
  const user = await makeUser(server);
  return { server, user };
}

const me = ({ anonymous }: TestApp, headers: Record<string, string>) =>
  anonymous.call(contract.readMe, {}, headers);

const confirm = ({ anonymous }: TestApp, token: string, chosen = otherPassword) =>
  anonymous.call(contract.confirmPasswordReset, { body: { token, password: chosen } });

async function linkFor(server: TestApp, id: string) {
  const admin = await server.as('admin');
  const { body } = await admin.call(createResetLink, { params: { id } }, { host: 'drones.lan:3000' });
  return { ...body, token: body.url.split('#token=')[1] ?? '' };
}

describe('changing the own password', () => {
  const change = ({ anonymous }: TestApp, headers: Record<string, string>, body: object = {}) =>
    anonymous.call(
      contract.changePassword,
      { body: { currentPassword: password, password: otherPassword, ...body } },
      headers,
    );

  it('ends all other sessions, and only the new password works from then on', async () => {
    const { server } = await withUser();
    const here = await signedIn(server);
    const elsewhere = await signedIn(server);
    expect((await change(server, here.headers)).status).toBe(204);
    expect((await me(server, here.headers)).status).toBe(200);
    expect((await me(server, elsewhere.headers)).status).toBe(401);
    expect((await server.anonymous.call(contract.login, { body: { email, password } })).status).toBe(401);
    await signedIn(server, email, otherPassword);
  });

  it('makes a link void that was made before', async () => {
    const { server, user } = await withUser();
    const { headers } = await signedIn(server);
    const { token } = await linkFor(server, user.id);
    await change(server, headers);
    expect((await confirm(server, token, `${otherPassword} again`)).status).toBe(400);
  });

  it('needs the current password, and a new one that is another and hard to guess', async () => {
    const { server } = await withUser();
    const { headers } = await signedIn(server);
    const errors = async (body: object) => (await change(server, headers, body)).problem.errors;
    expect(await errors({ currentPassword: otherPassword })).toEqual([
      { path: 'currentPassword', message: 'The current password is wrong' },
    ]);
    expect(await errors({ password })).toEqual([
      { path: 'password', message: 'Choose another password than the current one' },
    ]);
    expect(await errors({ password: 'too short' })).toEqual([
      { path: 'password', message: 'Use at least 12 characters' },
    ]);
    expect(await errors({ password: 'dana flies at night' })).toEqual([
      { path: 'password', message: 'Do not use your own name or email address in it' },
    ]);
  });

  it('cannot be tried without end from an unlocked screen', async () => {
    const { server } = await withUser();
    const { headers } = await signedIn(server);
    const wrong = { currentPassword: 'a wrong one' };
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => change(server, headers, wrong)));
    expect(outcomes.filter((one) => one.status === 429)).toHaveLength(2);
  });
});

describe('a forgotten password', () => {
  const ask = ({ anonymous }: TestApp, who: string) =>
    anonymous.call(contract.requestPasswordReset, { body: { email: who } });
  it('can be told to the administrators, who see it; the answer is the same for nobody', async () => {
    const { server, user } = await withUser();
    const admin = await server.as('admin');
    const answers = [
      await ask(server, ' DANA@example.org'),
      await ask(server, 'nobody@example.org'),
      await ask(server, '\u0000'),
    ];
    expect(answers.map((one) => [one.status, one.body])).toEqual(answers.map(() => [202, undefined]));
    const seen = await admin.call(readUser, { params: { id: user.id } });
    expect(seen.body.resetRequestedAt).toBeGreaterThan(Date.now() - 60_000);
    await signedIn(server);
    expect((await admin.call(readUser, { params: { id: user.id } })).body.resetRequestedAt).toBeNull();
  });

  it('is asked for only so often from one address', async () => {
    const { server } = await withUser();
    const outcomes = await Promise.all(Array.from({ length: 22 }, () => ask(server, email)));
    expect(outcomes.filter((one) => one.status === 429)).toHaveLength(2);
  });

  it('is replaced with a link that works once, for an hour, and ends all sessions', async () => {
    const { server, user } = await withUser();
    const { headers } = await signedIn(server);
    const { url, token, expiresAt } = await linkFor(server, user.id);
    expect(url).toBe(`http://drones.lan:3000/reset#token=${token}`);
    expect(Math.round((expiresAt - Date.now()) / 60_000)).toBe(60);

    const weak = await confirm(server, token, 'password1234');
    expect(weak.problem.errors?.[0]?.path).toBe('password');
    expect((await confirm(server, token)).status).toBe(204);
    expect((await me(server, headers)).status).toBe(401);
    await signedIn(server, email, otherPassword);
    expect((await confirm(server, token)).problem.code).toBe('auth.reset_token_invalid');
  });

  it('has no two links that work, and none that works late or for a disabled user', async () => {
    const { server, user } = await withUser();
    const first = await linkFor(server, user.id);
    const second = await linkFor(server, user.id);
    expect((await confirm(server, first.token)).status).toBe(400);
    const later = await testApp({ beside: server, clockOffset: '61 minutes' });
    expect((await confirm(later, second.token)).status).toBe(400);
    const admin = await server.as('admin');
    const params = { id: user.id };
    await admin.call(updateUser, { params, body: { disabled: true } });
    expect((await confirm(server, second.token)).status).toBe(400);
    expect((await admin.call(createResetLink, { params })).problem.code).toBe('users.disabled');
  });

  it('is set once where one link is used twice at the same moment', async () => {
    const { server, user } = await withUser();
    const { token } = await linkFor(server, user.id);
    const outcomes = await Promise.all([
      confirm(server, token),
      confirm(server, token, `${otherPassword} again`),
    ]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual([204, 400]);
  });

  it('leads to the public address where there is one', async () => {
    const { server, user } = await withUser({ environment: { PUBLIC_URL: 'https://drones.example.org/' } });
    expect((await linkFor(server, user.id)).url).toMatch(/^https:\/\/drones\.example\.org\/reset#token=/);
  });

  it('can be set anew at the console', async () => {
    const { server } = await withUser();
    const { headers } = await signedIn(server);
    await resetPassword(server.app.database.db, server.app.passwords, { email, password: otherPassword });
    expect((await me(server, headers)).status).toBe(401);
    await signedIn(server, email, otherPassword);
  });
});
