import { connect } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { createShow } from '@monkey-tracker/contract/shows';
import { importLegacy } from '@monkey-tracker/contract/import';
import { describe, expect, it } from 'vitest';
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

describe('what never becomes a request', () => {
  it.each([
    ['bytes', '\0\0\0\0\r\n\r\n', 400, 'request.malformed'],
    [
      'two lengths',
      'GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      400,
      'request.malformed',
    ],
    [
      'huge headers',
      `GET / HTTP/1.1\r\nhost: x\r\ny: ${'z'.repeat(20_000)}`,
      431,
      'request.headers_too_large',
    ],
  ])(
    'such as %s is refused in the form of every refusal, and the connection is closed',
    async (_what, text, status, code) => {
      const { app } = await testApp();
      const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(text);
      const told = await readAll(socket);
      expect(told).toMatch(/^HTTP\/1\.1 \d{3} [\w ]+\r\ncontent-type: application\/problem\+json\r\n/);
      expect(JSON.parse(told.slice(told.indexOf('\r\n\r\n')))).toMatchObject({
        status,
        code,
        error: expect.any(String),
      });
    },
  );

  it('is not answered in the midst of another answer', async () => {
    const server = await testApp();
    const { token } = await server.as('dispatcher');
    const { port } = new URL(await server.app.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`GET /api/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`);
    socket.setEncoding('utf8');
    let told = '';
    for await (const chunk of socket) {
      // The stream has begun: now something that is no request.
      if (!told.includes('event: ready') && (told + chunk).includes('event: ready'))
        socket.write('\0\0\r\n\r\n');
      told += chunk;
    }
    expect(told.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200']);
    expect(told).not.toContain('malformed');
  });

  it('is found in the log by the number that was told', async () => {
    const lines: string[] = [];
    const { app } = await testApp({
      logTo: { write: (line) => void lines.push(line) },
      environment: { LOG_LEVEL: 'debug' },
    });
    const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('\0\0\r\n\r\n');
    const told = await readAll(socket);
    const { requestId } = JSON.parse(told.slice(told.indexOf('\r\n\r\n')));
    expect(requestId).toEqual(expect.any(String));
    expect(lines.filter((line) => line.includes(requestId))).toHaveLength(1);
  });
});
