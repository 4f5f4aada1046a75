import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { testApp } from '../testing/app.ts';

it('a server that closes answers who has asked, and does not wait for who never did', async () => {
  const { app } = await testApp();
  const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const dial = async () => {
    const socket = connect(Number(address.port), address.hostname);
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    return socket;
  };
  const silent = await dial();
  const ended = once(silent, 'close');
  const answered = fetch(new URL('/api/health', address));
  await once(app.server, 'request');
  await Promise.all([app.close(), ended]);
  expect((await answered).status).toBe(200);
});

it('a server that is told to stop says so to balancers first, and answers everything else meanwhile', async () => {
  const { app } = await testApp({ environment: { LEAVE_MS: 1_000 } });
  const statusOf = async (url: string) => (await app.inject({ url })).statusCode;
  expect(await statusOf('/readyz')).toBe(200);
  const announced = app.farewell.announce();
  const refused = await app.inject({ url: '/readyz' });
  expect(refused.statusCode).toBe(503);
  expect(refused.headers['retry-after']).toBe('5');
  expect(refused.json()).toMatchObject({ code: 'server.leaving' });
  expect([await statusOf('/healthz'), await statusOf('/api/health')]).toEqual([200, 200]);
  await announced;
});
