import { createServer, connect, type Server } from 'node:net';
import { createShow, listShows } from '@monkey-tracker/contract/shows';
import { importLegacy } from '@monkey-tracker/contract/import';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testApp } from './testing/app.ts';
import { showSample } from './testing/samples.ts';

const json = { 'content-type': 'application/json' };
const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('bad input', () => {
  it.each([
    ['what is no JSON', '{"date":', json, 400],
    ['an empty body', '', json, 400],
    ['a body of another type', '<x/>', { 'content-type': 'text/xml' }, 415],
    ['a body over the limit', JSON.stringify({ notes: 'x'.repeat(2_000_000) }), json, 413],
    ['a body 100,000 deep', deep(100_000), json, 400],
    ['a list instead of a record', '[]', json, 400],
    ['null instead of a record', 'null', json, 400],
    ['a number where text belongs', JSON.stringify({ ...showSample(), label: 5 }), json, 400],
    ['a NUL character', JSON.stringify({ ...showSample(), label: 'a\0b' }), json, 400],
    ['a poisoned prototype', '{"__proto__": {"admin": true}}', json, 400],
  ])('such as %s is answered in words, never with a 5xx', async (_what, payload, headers, status) => {
    const server = await testApp();
    const { token } = await server.as('dispatcher');
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/shows',
      headers: { ...headers, authorization: `Bearer ${token}` },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = answer.json();
    expect(problem).toMatchObject({ status, code: expect.any(String), error: problem.detail });
    expect(problem.requestId).toBe(answer.headers['x-request-id']);
    expect(answer.body).not.toMatch(/node_modules|\.ts:|select |insert /i);
  });

  it.each(['/api/shows/%zz', '/api/shows/%c0%ae', '/api/nothing', '/api/shows/..%2f..%2fetc%2fpasswd'])(
    'in the address %s is answered in words',
    async (url) => {
      const server = await testApp();
      const { token } = await server.as('viewer');
      const answer = await server.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
      expect([400, 404]).toContain(answer.statusCode);
      expect(answer.json()).toMatchObject({ error: expect.any(String) });
    },
  );

  it.each([
    ['idempotency-key', 'a b'],
    ['if-match', '3'],
  ])('in the header %s names the header', async (name, value) => {
    const server = await testApp();
    const dispatcher = await server.as('dispatcher');
    const answer = await dispatcher.call(createShow, { body: showSample() }, { [name]: value });
    expect(answer.status).toBe(400);
    expect(answer.problem.errors?.[0]?.path.toLowerCase()).toBe(name);
  });

  it('in an import, however deep, is answered in words', async () => {
    const server = await testApp();
    const { token } = await server.as('admin');
    const answer = await server.app.inject({
      method: importLegacy.method,
      url: importLegacy.path,
      headers: { ...json, authorization: `Bearer ${token}` },
      payload: `{"shows":[${deep(100_000)}]}`,
    });
    expect(answer.statusCode).toBeLessThan(500);
  });
});

/** A door to PostgreSQL that can be shut. */
async function doorTo(port: number): Promise<{ port: number; shut(): Promise<void>; open(): Promise<void> }> {
  let server: Server;
  const sockets = new Set<import('node:net').Socket>();
  const open = (at: number) =>
    new Promise<number>((resolve) => {
      server = createServer((near) => {
        const far = connect(port, '127.0.0.1');
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(one);
          one.on('error', () => other.destroy()).on('close', () => (sockets.delete(one), other.destroy()));
          one.pipe(other);
        }
      }).listen(at, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  const shut = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  const own = await open(0);
  onTestFinished(() => shut().catch(() => {}));
  return { port: own, shut, open: async () => void (await open(own)) };
}

describe('while PostgreSQL is away', () => {
  it('requests get 503 with Retry-After, and the server lives on and recovers', async () => {
    const direct = await testApp();
    const door = await doorTo(direct.parts.port);
    const database = { ...direct.parts, host: '127.0.0.1', port: door.port };
    const server = await testApp({ beside: direct, environment: { database } });
    const dispatcher = await server.as('dispatcher');
    expect((await dispatcher.call(listShows, {})).status).toBe(200);
    await door.shut();
    for (const attempt of [
      dispatcher.call(listShows, {}),
      dispatcher.call(createShow, { body: showSample() }),
    ]) {
      const away = await attempt;
      expect(away).toMatchObject({ status: 503, problem: { code: 'storage.unavailable' } });
      expect(Number(away.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect((await server.app.inject({ url: '/healthz' })).statusCode).toBe(200);
    expect((await server.app.inject({ url: '/readyz' })).statusCode).toBe(503);
    await door.open();
    expect((await dispatcher.call(createShow, { body: showSample() })).status).toBe(201);
  });
});
