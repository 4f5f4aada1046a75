import { freePort } from '@monkey-tracker/bench/src/server/stage/free-port.ts';
import { expect, it } from 'vitest';
import { Listener } from './listener.ts';

it('a listener that is not let in says so', async () => {
  const listener = new Listener({ port: await freePort(), token: '' });
  await expect(listener.open()).rejects.toThrow('not let in');
});
