import Fastify from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { type Download, sendFile } from './download.ts';
import { errors } from './errors.ts';
import { Problem } from './problem.ts';

/** A server that sends one file. */
async function serving(content: Download['content']) {
  const app = Fastify();
  await app.register(errors);
  app.get('/', (_request, reply) => sendFile(reply, { name: 'a.csv', type: 'text/csv', content }));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  return url;
}

it('a file that fails before its first piece is a refusal in words', async () => {
  const url = await serving(
    // oxlint-disable-next-line require-yield -- it fails before
    (async function* () {
      throw new Problem(409, 'test.refused', 'Not now');
    })(),
  );
  const answer = await fetch(url);
  expect([answer.status, await answer.json()]).toEqual([409, expect.objectContaining({ error: 'Not now' })]);
});

it('a file that fails on its way is cut off, so that nobody takes a part for the whole', async () => {
  const url = await serving(
    (async function* () {
      yield 'a\n';
      throw new Error('gone');
    })(),
  );
  const answer = await fetch(url);
  await expect(answer.text()).rejects.toThrow('terminated');
});

it('a client that goes away ends the making', async () => {
  let ended = (_how: string) => {};
  const made = new Promise<string>((resolve) => (ended = resolve));
  const url = await serving(
    (async function* () {
      try {
        for (;;) yield 'a'.repeat(100_000);
      } finally {
        ended('by the client');
      }
    })(),
  );
  const abort = new AbortController();
  await fetch(url, { signal: abort.signal });
  abort.abort();
  expect(await made).toBe('by the client');
});
