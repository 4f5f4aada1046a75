import * as contract from '@monkey-tracker/contract/auth';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { makeUser, signedIn } from './auth.samples.ts';

describe('the own account', () => {
  it('keeps the settings that a change does not name', async () => {
    const viewer = await (await testApp()).as('viewer');
    await viewer.call(contract.updateMe, { body: { settings: { theme: 'light', unitLabel: 'Monkey' } } });
    await viewer.call(contract.updateMe, { body: { settings: { theme: 'contrast' } } });
    const { body } = await viewer.call(contract.updateMe, { body: { displayName: 'Vera' } });
    expect(body).toMatchObject({ displayName: 'Vera', settings: { theme: 'contrast', unitLabel: 'Monkey' } });
    expect((await viewer.call(contract.readMe, {})).body).toEqual(body);
  });

  it('refuses settings that nobody knows, and roles', async () => {
    const viewer = await (await testApp()).as('viewer');
    const body: object = { settings: { colour: 'red' }, roles: ['admin'] };
    const { problem } = await viewer.call(contract.updateMe, { body });
    expect(problem.errors?.map((one) => one.path)).toEqual(['settings.colour', 'roles']);
  });
});

describe('the own sessions', () => {
  it('are listed with device and address, and the one that asks is marked', async () => {
    const server = await testApp();
    await makeUser(server);
    const first = await signedIn(server);
    const second = await signedIn(server);
    const { body } = await server.anonymous.call(contract.listSessions, {}, second.headers);
    expect(body.sessions.map((one) => one.current).toSorted()).toEqual([false, true]);
    expect(body.sessions[0]).toMatchObject({ address: '127.0.0.1', userAgent: 'lightMyRequest' });

    const other = body.sessions.find((one) => !one.current);
    const params = { id: other?.id ?? '' };
    expect((await server.anonymous.call(contract.endSession, { params }, second.headers)).status).toBe(204);
    expect((await server.anonymous.call(contract.readMe, {}, first.headers)).status).toBe(401);
    const again = await server.anonymous.call(contract.endSession, { params }, second.headers);
    expect(again.problem.code).toBe('auth.session_not_found');
  });

  it("cannot end another person's, not even as an administrator", async () => {
    const server = await testApp();
    const viewer = await server.as('viewer');
    const admin = await server.as('admin');
    const outcome = await admin.call(contract.endSession, { params: { id: viewer.sessionId } });
    expect(outcome.status).toBe(404);
    expect((await viewer.call(contract.readMe, {})).status).toBe(200);
  });
});
