import { setTimeout as pause } from 'node:timers/promises';
import { readMe } from '@monkey-tracker/contract/auth';
import * as contract from '@monkey-tracker/contract/users';
import { events } from '@monkey-tracker/db/schema/events';
import { idempotencyRecords } from '@monkey-tracker/db/schema/idempotency';
import { authSessions } from '@monkey-tracker/db/schema/auth';
import { users as userTable } from '@monkey-tracker/db/schema/users';
import { describe, expect, it } from 'vitest';
import { type Client, type TestApp, testApp } from '../../testing/app.ts';

const password = 'seven quiet herons at dusk';
const sample = (change: object = {}) => ({
  email: 'dana@example.org',
  displayName: 'Dana Diaz',
  password,
  roles: ['dispatcher' as const],
  ...change,
});
const change = (admin: Client, id: string, body: object) =>
  admin.call(contract.updateUser, { params: { id }, body });

/** Starts requests while nobody can change a user, so that all have begun before one goes on. */
async function heldUp({ app }: TestApp, start: () => Promise<{ status: number }>[]) {
  const started = await app.database.db.transaction(async (db) => {
    await db.select().from(userTable).for('update');
    const requests = start();
    await pause(300);
    return { requests };
  });
  return Promise.all(started.requests);
}

const remove = (admin: Client, id: string) => admin.call(contract.deleteUser, { params: { id } });

describe('users', () => {
  it('are added, read, changed and removed by administrators', async () => {
    const admin = await (await testApp()).as('admin');
    const made = await admin.call(contract.createUser, { body: sample({ email: ' Dana@Example.ORG' }) });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ email: 'dana@example.org', roles: ['dispatcher'], disabled: false });
    const params = { id: made.body.id };
    expect((await admin.call(contract.readUser, { params })).body).toEqual(made.body);

    const changed = await change(admin, params.id, { displayName: 'Dee', roles: ['admin', 'viewer'] });
    expect(changed.body).toMatchObject({
      displayName: 'Dee',
      email: 'dana@example.org',
      roles: ['viewer', 'admin'],
    });
    const { body } = await admin.call(contract.listUsers, {});
    expect(body.users.map((one) => one.displayName).slice(-1)).toEqual(['Dee']);

    expect((await remove(admin, params.id)).status).toBe(204);
    expect((await admin.call(contract.readUser, { params })).problem.code).toBe('users.not_found');
    expect((await remove(admin, params.id)).status).toBe(404);
    expect((await admin.call(contract.listUsers, {})).body.users).toHaveLength(1);
  });

  it('are nobody else’s business', async () => {
    const server = await testApp();
    for (const role of ['viewer', 'dispatcher'] as const) {
      expect((await (await server.as(role)).call(contract.listUsers, {})).status).toBe(403);
    }
    expect((await server.anonymous.call(contract.createUser, { body: sample() })).status).toBe(401);
  });

  it('have an address of their own, which is free again when one is removed', async () => {
    const admin = await (await testApp()).as('admin');
    const outcomes = await Promise.all([1, 2].map(() => admin.call(contract.createUser, { body: sample() })));
    expect(outcomes.map((one) => one.status).toSorted()).toEqual([201, 409]);
    expect(outcomes.find((one) => one.status === 409)?.problem.code).toBe('users.email_taken');
    expect((await change(admin, admin.userId, { email: 'DANA@example.org' })).problem.code).toBe(
      'users.email_taken',
    );
    const made = outcomes.find((one) => one.status === 201);
    await remove(admin, made?.body.id ?? '');
    expect((await change(admin, admin.userId, { email: 'dana@example.org' })).status).toBe(200);
  });

  it('need a password that is hard to guess', async () => {
    const admin = await (await testApp()).as('admin');
    const outcome = await admin.call(contract.createUser, { body: sample({ password: 'qwertyuiop[]' }) });
    expect(outcome.problem.errors?.[0]?.path).toBe('password');
  });

  it('are added once, however often the request is repeated under its key', async () => {
    const server = await testApp();
    const admin = await server.as('admin');
    const add = (body = sample()) => admin.call(contract.createUser, { body }, { 'idempotency-key': 'one' });
    const first = await add();
    expect((await add()).body).toEqual(first.body);
    expect((await add(sample({ displayName: 'Other' }))).status).toBe(422);
    expect(JSON.stringify(await server.app.database.db.select().from(idempotencyRecords))).not.toContain(
      password,
    );
  });

  it('have the roles and the access that the database says at their next request', async () => {
    const server = await testApp();
    const admin = await server.as('admin');
    const person = await server.as('viewer');
    expect((await person.call(contract.listUsers, {})).status).toBe(403);
    await change(admin, person.userId, { roles: ['admin'] });
    expect((await person.call(contract.listUsers, {})).status).toBe(200);
    await change(admin, person.userId, { roles: ['viewer'] });
    expect((await person.call(contract.listUsers, {})).status).toBe(403);
    await change(admin, person.userId, { disabled: true });
    expect((await person.call(readMe, {})).status).toBe(401);
    // Enabled again they must sign in anew.
    await change(admin, person.userId, { disabled: false });
    expect((await person.call(readMe, {})).status).toBe(401);
  });
});

describe('the last administrator', () => {
  it('can be neither removed, demoted nor disabled, not even by themselves', async () => {
    const server = await testApp();
    const admin = await server.as('admin');
    const gone = await server.as('admin');
    await change(admin, gone.userId, { disabled: true });
    const outcomes = [
      await change(admin, admin.userId, { roles: ['dispatcher'] }),
      await change(admin, admin.userId, { disabled: true }),
      await remove(admin, admin.userId),
    ];
    expect(outcomes.map((one) => one.problem.code)).toEqual(Array(3).fill('users.last_admin'));
    expect((await admin.call(contract.listUsers, {})).status).toBe(200);
  });

  it('remains when two demote, disable or remove each other at the same moment', async () => {
    for (const act of [
      (by: Client, whom: Client) => change(by, whom.userId, { roles: ['viewer'] }),
      (by: Client, whom: Client) => change(by, whom.userId, { disabled: true }),
      (by: Client, whom: Client) => remove(by, whom.userId),
    ]) {
      const server = await testApp();
      const [one, two] = [await server.as('admin'), await server.as('admin')];
      const outcomes = await heldUp(server, () => [act(one, two), act(two, one)]);
      const successes = outcomes.filter((outcome) => outcome.status < 300);
      expect(successes).toHaveLength(1);
    }
  });

  it('may leave when there is another', async () => {
    const server = await testApp();
    const [one, two] = [await server.as('admin'), await server.as('admin')];
    expect((await remove(one, one.userId)).status).toBe(204);
    expect((await one.call(contract.listUsers, {})).status).toBe(401);
    expect((await two.call(contract.listUsers, {})).body.users).toHaveLength(1);
  });
});

describe('the log of users', () => {
  it('tells each change with before and after, and no secret', async () => {
    const server = await testApp();
    const { db } = server.app.database;
    const admin = await server.as('admin');
    const { body: user } = await admin.call(contract.createUser, { body: sample() });
    await change(admin, user.id, { displayName: 'Dee' });
    await change(admin, user.id, { displayName: 'Dee' });
    const params = { id: user.id };
    const { url } = (await admin.call(contract.createResetLink, { params })).body;
    const { passwordHash } = (await db.select().from(userTable)).find((one) => one.id === user.id) ?? {};
    await remove(admin, user.id);

    const told = await db.select().from(events);
    expect(told.map((one) => one.type)).toEqual([
      'user.created',
      'user.updated',
      'user.reset_link_created',
      'user.deleted',
    ]);
    expect(told[1]).toMatchObject({
      actorId: admin.userId,
      before: user,
      after: { ...user, displayName: 'Dee' },
    });
    const text = JSON.stringify(told);
    for (const secret of [password, passwordHash ?? '', url.split('=')[1] ?? '', '$argon2']) {
      expect(secret).not.toBe('');
      expect(text).not.toContain(secret);
    }
    expect(await db.select().from(authSessions)).toHaveLength(1);
  });
});
