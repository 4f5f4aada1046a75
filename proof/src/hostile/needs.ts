import { login } from '@monkey-tracker/contract/auth';
import { type Endpoint, type Role, roles } from '@monkey-tracker/contract/endpoint';
import { stepNames } from '@monkey-tracker/contract/first-steps';
import type { Client } from '@monkey-tracker/server/src/testing/app.ts';
import { codeOf } from '@monkey-tracker/server/src/testing/codes.ts';
import { knownPassword, type Surroundings } from './surroundings.ts';

/** What a request is sent with so that it can succeed. */
export interface Needed {
  params?: Record<string, string>;
  /** Fields of the body that chance cannot know. */
  body?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** Who has to send it, where that is not just anybody of the role. */
  as?: Client;
}

type Make = (around: Surroundings, role: Role | null) => Promise<Needed>;

const liveShow: Make = async (around) => ({ params: await around.show() });
const archivedShow: Make = async (around) => ({ params: await around.archived() });
const anyUser: Make = async (around) => ({ params: { id: (await around.person('viewer')).userId } });
const oneself: Make = async (around, role) => ({ as: await around.person(role ?? 'viewer') });
const delivery: Make = async (around) => ({ params: await around.delivery() });

/** By method and path; endpoints that need nothing are not here. */
const needs: Record<string, Make> = {
  'DELETE /api/auth/tokens/:id': async (around, role) => {
    const as = await around.person(role ?? 'viewer');
    return { as, params: { id: await around.tokenOf(as) } };
  },
  'DELETE /api/auth/sessions/:id': async (around, role) => {
    const as = await around.person(role ?? 'viewer');
    return { as, params: { id: await around.session(as) } };
  },
  'POST /api/auth/logout': oneself,
  'POST /api/auth/tokens': async (around, role) => ({
    ...(await oneself(around, role)),
    body: { role: roles[0] },
  }),
  'POST /api/auth/password': async (around, role) => ({
    ...(await oneself(around, role)),
    body: { currentPassword: knownPassword },
  }),
  'POST /api/auth/login': async (around) => {
    const { email } = await around.person('viewer');
    return { body: { email, password: knownPassword } };
  },
  'POST /api/auth/refresh': async (around) => {
    const { email } = await around.person('viewer');
    const { headers } = await around.server.anonymous.call(login, {
      body: { email, password: knownPassword },
    });
    const [cookie = ''] = [headers['set-cookie']].flat();
    return { headers: { cookie: String(cookie).split(';')[0] ?? '' } };
  },
  'POST /api/auth/invitations/accept': async (around) => ({
    body: { token: (await around.invited()).token },
  }),
  'POST /api/auth/password-reset/confirm': async (around) => ({ body: { token: await around.resetToken() } }),
  'POST /api/auth/two-factor/begin': async (around, role) => ({
    ...(await oneself(around, role)),
    body: { password: knownPassword },
  }),
  'POST /api/auth/two-factor/confirm': async (around, role) => {
    const as = await around.person(role ?? 'viewer');
    return { as, body: { code: codeOf(await around.secretOf(as)) } };
  },
  'POST /api/auth/two-factor/disable': async (around, role) => {
    const as = await around.person(role ?? 'viewer');
    return { as, body: { password: knownPassword, code: await around.secondFactorOf(as) } };
  },
  'POST /api/auth/two-factor/recovery-codes': async (around, role) => {
    const as = await around.person(role ?? 'viewer');
    return { as, body: { password: knownPassword, code: await around.secondFactorOf(as) } };
  },
  'DELETE /api/users/:id/two-factor': async (around) => {
    const person = await around.person('viewer');
    await around.secondFactorOf(person);
    return { params: { id: person.userId } };
  },
  'DELETE /api/users/:id/tokens/:tokenId': async (around) => {
    const person = await around.person('viewer');
    return { params: { id: person.userId, tokenId: await around.tokenOf(person) } };
  },
  'POST /api/users/:id/invitation': async (around) => ({ params: { id: (await around.invited()).id } }),
  'POST /api/shows/archive/:id/restore': archivedShow,
  'GET /api/archive/shows/:id': archivedShow,
  'GET /api/audit/records/:id': liveShow,
  'POST /api/audit/records/:id/restore': async (around) => {
    const { id } = await around.show();
    return { params: { id }, body: { seq: await around.madeAt(id) } };
  },
  'PUT /api/presence/:clientId': async () => ({ params: { clientId: crypto.randomUUID() } }),
  'DELETE /api/presence/:clientId': async () => ({ params: { clientId: crypto.randomUUID() } }),
  'PUT /api/first-steps/:step': async () => ({ params: { step: stepNames[0] } }),
  'POST /api/webhook/test': async (around) => {
    await around.webhook();
    return {};
  },
  'GET /api/webhook/deliveries/:id': delivery,
  'POST /api/webhook/deliveries/:id/redeliver': delivery,
};

const byPath: [RegExp, Make][] = [
  [/^\/api\/(export\/)?shows\/:id/, liveShow],
  [/^\/api\/users\/:id/, anyUser],
];

/** Makes what the next request to this endpoint needs, so that nothing but itself can fail it. */
export async function whatIsNeeded(
  endpoint: Endpoint,
  around: Surroundings,
  role: Role | null,
): Promise<Needed> {
  const { method, path } = endpoint;
  const make = needs[`${method} ${path}`] ?? byPath.find(([form]) => form.test(path))?.[1];
  return make ? make(around, role) : {};
}
