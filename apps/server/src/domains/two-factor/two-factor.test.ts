import { listAudit } from '@monkey-tracker/contract/audit';
import { login } from '@monkey-tracker/contract/auth';
import { readConfig, updateConfig } from '@monkey-tracker/contract/config';
import { createShow } from '@monkey-tracker/contract/shows';
import * as contract from '@monkey-tracker/contract/two-factor';
import { listUsers } from '@monkey-tracker/contract/users';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Client, type TestApp, testApp } from '../../testing/app.ts';
import { codeOf } from '../../testing/codes.ts';
import { showSample } from '../../testing/samples.ts';

const password = 'seven quiet herons at dusk';

/** Gives somebody a real password, so that they can prove who they are. */
async function withPassword({ app }: TestApp, client: Client): Promise<string> {
  const hash = await app.passwords.hash(password);
  const { rows } = await app.database.db.execute<{ email: string }>(
    sql`update users set password_hash = ${hash} where id = ${client.userId} returning email`,
  );
  return rows[0]?.email.toLowerCase() ?? '';
}

async function setUp(role: 'dispatcher' | 'admin' = 'dispatcher') {
  const server = await testApp();
  const client = await server.as(role);
  await server.app.database.db.execute(sql`update users set email = lower(email)`);
  const email = await withPassword(server, client);
  const signIn = (code?: string, on = server) =>
    on.anonymous.call(login, { body: { email, password, ...(code !== undefined && { code }) } });
  return { server, client, signIn };
}

async function turnOn(client: Client) {
  const { secret } = (await client.call(contract.beginTwoFactor, { body: { password } })).body;
  const confirmed = await client.call(contract.confirmTwoFactor, { body: { code: codeOf(secret, -1) } });
  expect(confirmed.status).toBe(200);
  return { secret, recoveryCodes: confirmed.body.recoveryCodes };
}

describe('with a second factor', () => {
  it('the password alone opens nothing, and is not counted as a guess', async () => {
    const { client, signIn } = await setUp();
    const { secret } = await turnOn(client);
    for (let n = 0; n < 12; n += 1) {
      expect(await signIn()).toMatchObject({ status: 401, problem: { code: 'auth.second_factor_required' } });
    }
    expect(await signIn(codeOf(secret))).toMatchObject({ status: 200 });
  });

  it('a wrong password is told before any code is asked for', async () => {
    const { server, client } = await setUp();
    await turnOn(client);
    const { email } = (await (await server.as('admin')).call(listUsers, {})).body.users.find(
      (one) => one.id === client.userId,
    ) ?? { email: '' };
    const refused = await server.anonymous.call(login, {
      body: { email, password: 'wrong', code: '123456' },
    });
    expect(refused.problem.code).toBe('auth.invalid_credentials');
  });

  it('a code is good once, also for two who use it at the same instant', async () => {
    const { client, signIn } = await setUp();
    const { secret } = await turnOn(client);
    const code = codeOf(secret);
    const outcomes = await Promise.all([signIn(code), signIn(code), signIn(code)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
    expect((await signIn(code)).problem.code).toBe('auth.second_factor_wrong');
    // Nor is one of a step before it good afterwards.
    expect((await signIn(codeOf(secret, -1))).status).toBe(401);
  });

  it('guesses at the code are counted and stopped', async () => {
    const { client, signIn } = await setUp();
    const { secret } = await turnOn(client);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => signIn('000000')));
    expect(outcomes.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(2);
    expect((await signIn(codeOf(secret))).status).toBe(429);
  });

  it('a recovery code works once in place of the app, however it is typed', async () => {
    const { client, signIn } = await setUp();
    const { recoveryCodes } = await turnOn(client);
    expect(recoveryCodes).toHaveLength(10);
    const [first = '', second = ''] = recoveryCodes;
    expect((await signIn(first.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await signIn(first)).status).toBe(401);
    expect((await client.call(contract.readTwoFactor, {})).body).toEqual({
      on: true,
      required: false,
      recoveryCodesLeft: 9,
    });
    const { secret } = await swapCodes(client, second);
    expect((await signIn(second)).status).toBe(401);
    expect((await signIn(secret)).status).toBe(200);
  });

  it('turning it off takes password and code, and an administrator can remove it', async () => {
    const { server, client, signIn } = await setUp();
    const { recoveryCodes } = await turnOn(client);
    const off = (body: { password: string; code: string }) =>
      client.call(contract.disableTwoFactor, { body });
    expect((await off({ password: 'wrong', code: recoveryCodes[0] ?? '' })).status).toBe(400);
    expect((await off({ password, code: '000000' })).status).toBe(400);
    expect((await off({ password, code: recoveryCodes[0] ?? '' })).status).toBe(204);
    expect((await signIn()).status).toBe(200);

    await turnOn(client);
    const admin = await server.as('admin');
    const params = { id: client.userId };
    expect((await admin.call(contract.removeTwoFactorOfUser, { params })).status).toBe(204);
    expect((await client.call(contract.readTwoFactor, {})).status).toBe(401);
    expect((await signIn()).status).toBe(200);
  });

  it('an authenticator that was never confirmed asks for nothing', async () => {
    const { client, signIn } = await setUp();
    await client.call(contract.beginTwoFactor, { body: { password } });
    expect((await client.call(contract.confirmTwoFactor, { body: { code: '000000' } })).status).toBe(400);
    expect((await signIn()).status).toBe(200);
  });

  it('secrets and codes stand in no table, event or repeated answer', async () => {
    const { server, client } = await setUp();
    const { secret, recoveryCodes } = await turnOn(client);
    const { rows } = await server.app.database.db.execute(sql`
      select to_jsonb(t)::text as row from user_totp t union all select to_jsonb(r)::text from recovery_codes r
      union all select to_jsonb(i)::text from idempotency_records i union all select to_jsonb(e)::text from events e`);
    const kept = JSON.stringify(rows);
    for (const hidden of [
      secret,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll('-', '')),
    ]) {
      expect(kept).not.toContain(hidden);
    }
    const log = await (
      await server.as('admin')
    ).call(listAudit, { query: { type: 'user.two_factor_enabled' } });
    expect(log.body.events).toMatchObject([{ subjectId: client.userId }]);
  });
});

describe('where administrators need a second factor', () => {
  it('one without it is a dispatcher until they have it, at once and with their tokens', async () => {
    const { server, client: ada } = await setUp('admin');
    const set = (on: boolean) => ada.call(updateConfig, { body: { adminsNeedTwoFactor: on } });
    expect(await set(true)).toMatchObject({
      status: 409,
      problem: { code: 'config.own_second_factor_missing', errors: [{ path: 'adminsNeedTwoFactor' }] },
    });
    const { secret } = await turnOn(ada);
    const bea = await server.as('admin');
    expect((await bea.call(listUsers, {})).status).toBe(200);
    expect((await set(true)).body).toMatchObject({ adminsNeedTwoFactor: true });

    expect(await bea.call(listUsers, {})).toMatchObject({
      status: 403,
      problem: { code: 'access.second_factor_needed' },
    });
    expect((await bea.call(createShow, { body: showSample() })).status).toBe(201);
    expect((await bea.call(readConfig, {})).body.postgres).toBeUndefined();
    expect((await ada.call(listUsers, {})).status).toBe(200);
    const off = { password, code: codeOf(secret) };
    expect((await ada.call(contract.disableTwoFactor, { body: off })).problem.code).toBe(
      'two_factor.required',
    );

    await withPassword(server, bea);
    await turnOn(bea);
    expect((await bea.call(listUsers, {})).status).toBe(200);
  });
});

/** New recovery codes by way of an old one; gives the first of them. */
async function swapCodes(client: Client, code: string): Promise<{ secret: string }> {
  const { body } = await client.call(contract.renewRecoveryCodes, { body: { password, code } });
  return { secret: body.recoveryCodes[0] ?? '' };
}
