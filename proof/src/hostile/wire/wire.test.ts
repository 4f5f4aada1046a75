import { eventHead } from '@monkey-tracker/db/schema/events';
import { problem } from '@monkey-tracker/contract/problem';
import { type TestApp, testApp } from '@monkey-tracker/server/src/testing/app.ts';
import { describe, expect, it, vi } from 'vitest';
import { leaving, refused, type Shape, slow } from './shapes.ts';
import { drips, says, type Talk, talk } from './talk.ts';

async function listening() {
  const server = await testApp();
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  return { server, port: Number(new URL(url).port) };
}

const sockets = ({ app }: TestApp) =>
  new Promise<number>((resolve) => app.server.getConnections((_, count) => resolve(count)));
const headOf = async ({ app }: TestApp) => (await app.database.db.select().from(eventHead))[0]?.seq;

/** A refusal is told once, as every other is. */
function judge({ text, statuses }: Talk, { what, answers, isBare, mayBeReset }: Shape) {
  const label = `${what}: ${text.slice(0, 500)}`;
  const due = answers.length === 0 ? 0 : 1;
  expect(mayBeReset ? [0, due] : [due], label).toContain(statuses.length);
  for (const status of statuses) {
    expect(answers, label).toContain(status);
    if (isBare) continue;
    expect(text, label).toMatch(/content-type: application\/problem\+json/i);
    expect(problem.parse(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))), label).toMatchObject({ status });
  }
}

describe('a connection', () => {
  it('on which no good request comes is answered once, and closed', async () => {
    const { server, port } = await listening();
    for (const shape of [...refused, ...leaving]) judge(await talk(port, shape.behave), shape);
    expect(await headOf(server)).toBe(0);
    await vi.waitFor(async () => expect(await sockets(server)).toBe(0));
    expect((await server.app.inject({ url: '/healthz' })).statusCode).toBe(200);
  });

  it('with many requests at once gets all answers, in their order', async () => {
    const { port } = await listening();
    const ask = (path: string, last = '') => `GET ${path} HTTP/1.1\r\nhost: venue\r\n${last}\r\n`;
    const paths = Array.from({ length: 200 }, (_, n) => (n % 2 === 0 ? '/healthz' : '/api/shows'));
    const asked = paths.map((path) => ask(path)).join('') + ask('/healthz', 'connection: close\r\n');
    const { statuses } = await talk(port, says(asked));
    expect(statuses).toEqual([...paths.map((path) => (path === '/healthz' ? 200 : 401)), 200]);
  });

  it('whose other half is closed gets the answer it has asked for', async () => {
    const { port } = await listening();
    const { statuses } = await talk(
      port,
      (socket) => void socket.end('GET /healthz HTTP/1.1\r\nhost: venue\r\n\r\n'),
    );
    expect(statuses).toEqual([200]);
  });

  it('that takes too much time is closed, while others are served', async () => {
    const { server, port } = await listening();
    // As it is, but sooner: what is looked at is that it ends, and how.
    server.app.server.headersTimeout = 300;
    server.app.server.requestTimeout = 600;
    const talks = slow.flatMap(({ beginning }) =>
      Array.from({ length: 20 }, () => talk(port, drips(beginning, 100))),
    );
    const silent = Array.from({ length: 20 }, () => talk(port, () => {}));
    const other = await talk(port, says('GET /healthz HTTP/1.1\r\nhost: venue\r\nconnection: close\r\n\r\n'));
    expect(other.statuses).toEqual([200]);
    for (const one of await Promise.all([...talks, ...silent])) {
      const final = one.statuses.filter((status) => status !== 100);
      expect([[], [408], [400]], one.text).toContainEqual(final);
    }
    await vi.waitFor(async () => expect(await sockets(server)).toBe(0));
    expect(await headOf(server)).toBe(0);
  });
});
