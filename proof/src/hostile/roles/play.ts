import { createAccessToken } from '@monkey-tracker/contract/access-tokens';
import type { Role } from '@monkey-tracker/contract/endpoint';
import { authSessions } from '@monkey-tracker/db/schema/auth';
import type { TestApp } from '@monkey-tracker/server/src/testing/app.ts';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Deed } from './deed.ts';
import { deeds, type Step } from './deeds.ts';
import { type Account, type Actor, refusals, World } from './world.ts';

let runs = 0;

/** A world of its own in the same venue: new people, and days on which nothing is planned yet. */
export async function newWorld(server: TestApp): Promise<World> {
  runs += 1;
  const account = async (
    role: Role,
  ): Promise<{ client: Awaited<ReturnType<TestApp['as']>>; account: Account }> => {
    const client = await server.as(role);
    return {
      client,
      account: { id: client.userId, role, disabled: false, hasSession: true, hasToken: false },
    };
  };
  const person = async (name: string, role: Role): Promise<Actor> => {
    const made = await account(role);
    return { name, token: made.client.token, account: made.account };
  };
  const owner = await account('admin');
  const made = await owner.client.call(createAccessToken, { body: { name: 'script', role: 'dispatcher' } });
  owner.account.hasToken = true;
  const day = (n: number) => new Date(Date.UTC(2030, 0, 1 + 2 * runs + n)).toISOString().slice(0, 10);
  return new World(
    [
      await person('admin', 'admin'),
      await person('viewer', 'viewer'),
      await person('dispatcher', 'dispatcher'),
      await person('another dispatcher', 'dispatcher'),
      { name: 'owner of a token', token: owner.client.token, account: owner.account },
      { name: 'token', token: made.body.token, account: owner.account, tokenRole: 'dispatcher' },
      { name: 'nobody', token: '', account: null },
    ],
    [day(0), day(1)],
  );
}

/** Does one thing, and holds the answer against the model. @returns the status */
export async function play(server: TestApp, world: World, step: Step): Promise<number> {
  const actor = world.actors[step.who % world.actors.length];
  if (!actor) return 0;
  const deed: Deed = deeds[step.deed](world, step);
  const answer = await send(server, actor, deed);
  const expected = world.refusedTo(actor, deed.needs) ?? ownAccount(actor, deed) ?? deed.refused;
  const label = `${actor.name}: ${deed.method} ${deed.path} ${JSON.stringify(deed.body)} → ${answer.body.slice(0, 300)}`;
  if (expected) expect(answer.json(), label).toMatchObject({ status: expected.status, code: expected.code });
  else {
    expect(answer.statusCode, label).toBeLessThan(300);
    deed.learn?.(answer.body === '' ? {} : answer.json());
    await afterwards(server, world, step);
  }
  return answer.statusCode;
}

/** A token must not change the account that it belongs to. */
const ownAccount = ({ account, tokenRole }: Actor, { method, path }: Deed) =>
  tokenRole !== undefined && method !== 'GET' && path.includes(`/api/users/${account?.id}`)
    ? refusals.byToken
    : undefined;

function send({ app }: TestApp, { token }: Actor, { method, path, body, basedOn }: Deed) {
  return app.inject({
    method,
    url: path,
    headers: {
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...(basedOn !== undefined && { 'if-match': `"${basedOn}"` }),
    },
    ...(body && { payload: body }),
  });
}

/** Whoever was promoted, demoted or shut out has that right, or no longer, with their very next request. */
async function afterwards(server: TestApp, world: World, { deed, which }: Step): Promise<void> {
  if (!['giveRole', 'shutOut', 'signOut'].includes(deed)) return;
  const account = world.account(which);
  for (const actor of world.actors.filter((one) => one.account === account)) {
    for (const needs of ['viewer', 'dispatcher', 'admin'] as const) {
      const asked = {
        viewer: '/api/staff',
        dispatcher: '/api/export/entries?from=1970-01-01&to=1970-01-02',
        admin: '/api/users',
      };
      const { statusCode } = await send(server, actor, { method: 'GET', path: asked[needs], needs });
      const label = `${actor.name} as ${account?.role}: ${asked[needs]}`;
      expect(statusCode, label).toBe(world.refusedTo(actor, needs)?.status ?? 200);
    }
  }
  // Somebody who is let in again signs in anew.
  if (account && !account.disabled && !account.hasSession && which % 2 === 0)
    await signInAgain(server, world, account);
}

async function signInAgain({ app }: TestApp, world: World, account: Account): Promise<void> {
  const expiresAt = sql`server_now() + interval '1 day'`;
  const row = {
    userId: account.id,
    refreshHash: crypto.randomUUID(),
    expiresAt,
    address: '127.0.0.1',
    userAgent: 'x',
  };
  const [session] = await app.database.db.insert(authSessions).values(row).returning();
  account.hasSession = true;
  for (const actor of world.actors) {
    if (actor.account === account && actor.tokenRole === undefined)
      actor.token = app.jwt.sign({ sub: account.id, sid: session?.id });
  }
}
