import { listAudit } from '@monkey-tracker/contract/audit';
import { acceptInvitation, login } from '@monkey-tracker/contract/auth';
import {
  createResetLink,
  deleteUser,
  inviteUser,
  listUsers,
  renewInvitation,
  updateUser,
} from '@monkey-tracker/contract/users';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';

const dana = { email: 'dana@example.org', displayName: 'Dana Diaz', roles: ['dispatcher' as const] };
const password = 'seven quiet herons at dusk';
const tokenOf = (url: string | null) => url?.split('#token=')[1] ?? '';

async function invited() {
  const server = await testApp();
  const admin = await server.as('admin');
  const { body } = await admin.call(inviteUser, { body: dana });
  const accept = (token: string, change: object = {}) =>
    server.anonymous.call(acceptInvitation, { body: { token, password, ...change } });
  return { server, admin, ...body, token: tokenOf(body.url), accept };
}

it('who is invited chooses a password by the link, is signed in, and the link is used up', async () => {
  const { server, admin, url, user, token, accept } = await invited();
  expect(url).toMatch(/\/invitation#token=[\w-]{43}$/);
  expect(user).toMatchObject({ ...dana, invited: true });
  const before = await server.anonymous.call(login, { body: { email: dana.email, password } });
  expect(before.problem.code).toBe('auth.invalid_credentials');

  const weak = await accept(token, { password: 'dana diaz dana' });
  expect(weak).toMatchObject({ status: 400, problem: { errors: [{ path: 'password' }] } });
  const [one, two] = await Promise.all([accept(token, { displayName: 'Dana D.' }), accept(token)]);
  expect([one.status, two.status].toSorted()).toEqual([200, 400]);
  expect((await accept(token)).problem.code).toBe('auth.invitation_invalid');
  expect((await server.anonymous.call(login, { body: { email: dana.email, password } })).status).toBe(200);
  const { users } = (await admin.call(listUsers, {})).body;
  expect(users.find(({ id }) => id === user.id)).toMatchObject({ invited: false });
});

it('a new invitation voids the one before; disabling and removing void all', async () => {
  const { admin, user, token, accept } = await invited();
  const params = { id: user.id };
  const renewed = tokenOf((await admin.call(renewInvitation, { params, body: {} })).body.url);
  expect((await accept(token)).status).toBe(400);
  await admin.call(updateUser, { params, body: { disabled: true } });
  expect((await accept(renewed)).status).toBe(400);
  expect((await admin.call(renewInvitation, { params, body: {} })).problem.code).toBe('users.disabled');
  await admin.call(updateUser, { params, body: { disabled: false } });
  const again = tokenOf((await admin.call(renewInvitation, { params, body: {} })).body.url);
  await admin.call(deleteUser, { params });
  expect((await accept(again)).status).toBe(400);
});

it('an invitation ends after a week', async () => {
  const { server, token } = await invited();
  const body = { token, password };
  const late = await testApp({ beside: server, clockOffset: '7 days 1 minute' });
  expect((await late.anonymous.call(acceptInvitation, { body })).status).toBe(400);
  expect((await server.anonymous.call(acceptInvitation, { body })).status).toBe(200);
});

it('somebody who has not accepted yet is no administrator who could be the last', async () => {
  const { admin } = await invited();
  const boss = await admin.call(inviteUser, {
    body: { ...dana, email: 'bea@example.org', roles: ['admin'] },
  });
  expect(boss.status).toBe(201);
  const stepDown = await admin.call(updateUser, {
    params: { id: admin.userId },
    body: { roles: ['viewer'] },
  });
  expect(stepDown.problem.code).toBe('users.last_admin');
});

it('an address is invited once, and a user with a password not at all', async () => {
  const { admin, user, token, accept } = await invited();
  expect((await admin.call(inviteUser, { body: dana })).problem.code).toBe('users.email_taken');
  await accept(token);
  const params = { id: user.id };
  expect((await admin.call(renewInvitation, { params, body: {} })).problem.code).toBe('users.not_invited');
  expect((await admin.call(createResetLink, { params })).status).toBe(201);
});

it('the link stands in no table, event or log of answers', async () => {
  const { server, admin, token } = await invited();
  const { rows } = await server.app.database.db.execute(sql`
    select to_jsonb(t)::text as row from user_tokens t union all select to_jsonb(e)::text from events e
    union all select to_jsonb(i)::text from idempotency_records i union all select to_jsonb(m)::text from mail_jobs m`);
  expect(JSON.stringify(rows)).not.toContain(token);
  const { events } = (await admin.call(listAudit, { query: { type: 'user.invited' } })).body;
  expect(events).toMatchObject([{ after: { mailed: false } }]);
});
