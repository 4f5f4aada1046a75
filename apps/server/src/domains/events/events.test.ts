import { createShow } from '@monkey-tracker/contract/shows';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { makeShow, showSample } from '../../testing/samples.ts';
import { openStream } from '../../testing/stream.ts';

async function setUp() {
  const server = await testApp();
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const dispatcher = await server.as('dispatcher');
  const viewer = await server.as('viewer');
  return {
    server,
    url,
    dispatcher,
    viewer,
    listen: (lastSeen?: string) => openStream(url, viewer.token, lastSeen),
  };
}

describe('the live stream', () => {
  it('tells every change to every listener, once and in order', async () => {
    const { listen, dispatcher } = await setUp();
    const streams = await Promise.all([listen(), listen(), listen()]);
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, n) => makeShow(dispatcher, { date: `2027-02-0${1 + (n % 4)}` })),
    );
    for (const stream of streams) {
      const changes = await stream.take('change', 20);
      const seqs = changes.map(({ id }) => Number(id));
      expect(seqs).toEqual(seqs.map((_, n) => (seqs[0] ?? 0) + n));
      expect(new Set(changes.map(({ data }) => data.subjectId))).toEqual(new Set(made.map(({ id }) => id)));
    }
  });

  it('tells what another instance committed', async () => {
    const { server, listen } = await setUp();
    const stream = await listen();
    const other = await testApp({ beside: server });
    const { id } = await makeShow(await other.as('dispatcher'));
    const [change] = await stream.take('change', 1);
    expect(change?.data).toMatchObject({ type: 'show.created', subjectId: id, after: { id } });
  });

  it('resumes after Last-Event-ID without gap or repeat, while changes go on', async () => {
    const { listen, dispatcher } = await setUp();
    const first = await listen();
    await makeShow(dispatcher);
    const [seen] = await first.take('change', 1);
    first.close();
    const writing = Promise.all(
      Array.from({ length: 12 }, (_, n) => makeShow(dispatcher, { date: `2027-03-0${1 + (n % 3)}` })),
    );
    const second = await listen(seen?.id);
    await writing;
    const seqs = (await second.take('change', 12)).map(({ id }) => Number(id));
    expect(seqs).toEqual(Array.from({ length: 12 }, (_, n) => Number(seen?.id) + 1 + n));
  });

  it.each(['999999999', 'nonsense'])('says reset when it cannot resume from %j', async (lastSeen) => {
    const { listen } = await setUp();
    expect(await (await listen(lastSeen)).take('reset', 1)).toHaveLength(1);
  });

  it('says nothing of a change that was refused', async () => {
    const { listen, dispatcher } = await setUp();
    const stream = await listen();
    await dispatcher.call(createShow, { body: showSample({ label: '' }) });
    const { id } = await makeShow(dispatcher);
    const [change] = await stream.take('change', 1);
    expect(change?.data.subjectId).toBe(id);
  });

  it('is refused without a sign-in, and is told good-bye when the server closes', async () => {
    const { server, url, listen } = await setUp();
    expect((await fetch(`${url}/api/events`)).status).toBe(401);
    const stream = await listen();
    await server.app.close();
    await stream.take('goodbye', 1);
    await expect(stream.take('change', 1)).rejects.toThrow('ended');
  });
});
