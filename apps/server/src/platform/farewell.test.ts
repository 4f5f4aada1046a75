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
