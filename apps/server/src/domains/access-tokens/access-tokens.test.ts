import * as contract from '@monkey-tracker/contract/access-tokens';
import { listAudit } from '@monkey-tracker/contract/audit';
import { changePassword, readMe } from '@monkey-tracker/contract/auth';
import { listShows } from '@monkey-tracker/contract/shows';
import { removeTwoFactorOfUser } from '@monkey-tracker/contract/two-factor';
import {
  createResetLink,
  deleteUser,
  readUser,
  signOutUser,
  updateUser,
} from '@monkey-tracker/contract/users';
import { personalAccessTokens } from '@monkey-tracker/db/schema/access-tokens';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Client, type TestApp, testApp } from '../../testing/app.ts';

const make = async (client: Client, change: object = {}) =>
  (await client.call(contract.createAccessToken, { body: { name: 'nightly', role: 'viewer', ...change } }))
    .body;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const status = async ({ anonymous }: TestApp, token: string) =>
  (await anonymous.call(listShows, {}, bearer(token))).status;

describe('a personal access token', () => {
  it('does the work of its role, is told once and kept as a hash', async () => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const { token, ...made } = await make(dispatcher, { role: 'dispatcher' });
    expect(token).toMatch(/^mt_pat_[\w-]{43}$/);
    expect(await status(server, token)).toBe(200);
    const body = {
      date: '2027-05-01',
      time: '20:00',
      label: 'By script',
      leadPilot: 'Nazar',
      monkeyLead: 'Cleo',
    };
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/shows',
      headers: bearer(token),
      payload: body,
    });
    expect(reply.json()).toMatchObject({ createdBy: dispatcher.userId });

    const listed = (await dispatcher.call(contract.listAccessTokens, {})).body.tokens;
    expect(listed).toMatchObject([{ ...made, lastUsedAt: expect.any(Number) }]);
    const rows = await server.app.database.db.select().from(personalAccessTokens);
    expect(JSON.stringify(rows)).not.toContain(token);
    const events = (await (await server.as('admin')).call(listAudit, { query: { type: 'token.created' } }))
      .body;
    expect(events.events).toMatchObject([
      { subjectId: made.id, after: { name: 'nightly', role: 'dispatcher' } },
    ]);
    expect(JSON.stringify(events)).not.toContain(token);
  });

  it('does nothing to the account of its owner', async () => {
    const server = await testApp();
    const { token } = await make(await server.as('admin'), { role: 'admin' });
    const { call } = server.anonymous;
    const body = { currentPassword: 'a', password: 'eleven loud geese at noon' };
    const answers = await Promise.all([
      call(contract.createAccessToken, { body: { name: 'more', role: 'viewer' } }, bearer(token)),
      call(contract.listAccessTokens, {}, bearer(token)),
      call(changePassword, { body }, bearer(token)),
      call(readMe, {}, bearer(token)),
    ]);
    for (const { status, problem } of answers) {
      expect([status, problem.code]).toEqual([403, 'access.token_not_allowed']);
    }
  });

  it('does nothing to it by way of the users either, but to other accounts what its role may', async () => {
    const server = await testApp();
    const [admin, other] = [await server.as('admin'), await server.as('admin')];
    const { token, id: tokenId } = await make(admin, { role: 'admin' });
    const { call } = server.anonymous;
    for (const id of [admin.userId, admin.userId.toUpperCase()]) {
      const params = { id };
      const asked = [
        () => call(createResetLink, { params }, bearer(token)),
        () => call(updateUser, { params, body: { email: 'mine.now@example.org' } }, bearer(token)),
        () => call(signOutUser, { params }, bearer(token)),
        () => call(removeTwoFactorOfUser, { params }, bearer(token)),
        () => call(deleteUser, { params }, bearer(token)),
        () => call(contract.revokeTokenOfUser, { params: { id, tokenId } }, bearer(token)),
      ];
      const answers = [];
      for (const ask of asked) answers.push(await ask());
      expect(answers.map(({ status, problem }) => `${status} ${problem?.code}`)).toEqual(
        asked.map(() => '403 access.token_not_allowed'),
      );
      expect((await call(readUser, { params }, bearer(token))).status).toBe(200);
    }
    const params = { id: other.userId };
    expect((await call(signOutUser, { params }, bearer(token))).body).toEqual({ ended: 1 });
  });

  it('is listed for a user who exists, and for nobody else', async () => {
    const admin = await (await testApp()).as('admin');
    const params = { id: '00000000-0000-7000-8000-000000000000' };
    const { status, problem } = await admin.call(contract.listTokensOfUser, { params });
    expect([status, problem.code]).toEqual([404, 'users.not_found']);
  });

  it('can have no role that its owner does not hold, and loses it with them', async () => {
    const server = await testApp();
    const [admin, dispatcher] = [await server.as('admin'), await server.as('dispatcher')];
    const refused = await dispatcher.call(contract.createAccessToken, { body: { name: 'x', role: 'admin' } });
    expect(refused).toMatchObject({ status: 400, problem: { errors: [{ path: 'role' }] } });

    const { token } = await make(dispatcher, { role: 'dispatcher' });
    const log = () => server.anonymous.call(listShows, {}, bearer(token));
    await admin.call(updateUser, { params: { id: dispatcher.userId }, body: { roles: ['viewer'] } });
    expect((await log()).status).toBe(200);
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/shows',
      headers: bearer(token),
      payload: {},
    });
    expect(reply.statusCode).toBe(403);
  });

  it('ends at the next request when it is revoked, expires, or its owner is disabled', async () => {
    const server = await testApp();
    const [admin, viewer] = [await server.as('admin'), await server.as('viewer')];
    const [mine, theirs, short] = [
      await make(viewer),
      await make(viewer),
      await make(viewer, { expiresInDays: 1 }),
    ];
    await viewer.call(contract.revokeAccessToken, { params: { id: mine.id } });
    expect(await status(server, mine.token)).toBe(401);
    const id = viewer.userId;
    expect((await admin.call(contract.listTokensOfUser, { params: { id } })).body.tokens).toHaveLength(2);
    await admin.call(contract.revokeTokenOfUser, { params: { id, tokenId: theirs.id } });
    expect(await status(server, theirs.token)).toBe(401);

    const later = await testApp({ beside: server, clockOffset: '25 hours' });
    expect(await status(server, short.token)).toBe(200);
    expect(await status(later, short.token)).toBe(401);
    await admin.call(updateUser, { params: { id }, body: { disabled: true } });
    expect(await status(server, short.token)).toBe(401);
  });

  it("is nobody else's to see or to revoke", async () => {
    const server = await testApp();
    const [one, other] = [await server.as('dispatcher'), await server.as('dispatcher')];
    const { id, token } = await make(one);
    expect((await other.call(contract.revokeAccessToken, { params: { id } })).status).toBe(404);
    expect((await other.call(contract.listAccessTokens, {})).body.tokens).toEqual([]);
    expect(await status(server, token)).toBe(200);
    expect(await status(server, `${token.slice(0, -1)}_`)).toBe(401);
  });

  it('is made fifty times at most, however many ask at once', async () => {
    const server = await testApp();
    const viewer = await server.as('viewer');
    await server.app.database.db.execute(sql`
      insert into personal_access_tokens (user_id, name, role, token_hash)
      select ${viewer.userId}, 'x', 'viewer', n::text from generate_series(1, 48) n`);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        viewer.call(contract.createAccessToken, { body: { name: 'y', role: 'viewer' } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.find(({ status }) => status !== 201)?.problem.code).toBe('tokens.too_many');
  });
});
