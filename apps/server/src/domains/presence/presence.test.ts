import { announcePresence, endPresence, type Presence } from '@monkey-tracker/contract/presence';
import { presences } from '@monkey-tracker/db/schema/presences';
import { sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { makeShow } from '../../testing/samples.ts';
import { openStream } from '../../testing/stream.ts';

const clientId = '0190a000-0000-7000-8000-0000000000c1';

async function setUp() {
  const server = await testApp();
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const dispatcher = await server.as('dispatcher');
  const viewer = await server.as('viewer');
  const stream = await openStream(url, viewer.token);
  /** Who is here by the newest word of the stream. */
  const here = async (): Promise<Presence[]> => {
    const all = await stream.take('presence', 1);
    return JSON.parse(all.at(-1)?.words ?? '[]');
  };
  const show = await makeShow(dispatcher);
  const be = (body: { showId: string | null; editing: string | null }, as = dispatcher) =>
    as.call(announcePresence, { params: { clientId }, body });
  return { server, url, dispatcher, viewer, here, show, be };
}

describe('who is here', () => {
  it('is told to every listener as people come, edit and leave', async () => {
    const { here, be, show, dispatcher } = await setUp();
    expect(await here()).toEqual([]);
    expect((await be({ showId: show.id, editing: null })).status).toBe(204);
    await vi.waitFor(
      async () => expect(await here()).toMatchObject([{ clientId, showId: show.id, editing: null }]),
      10_000,
    );
    await be({ showId: show.id, editing: 'alex' });
    await vi.waitFor(async () => expect(await here()).toMatchObject([{ editing: 'alex' }]), 10_000);
    await dispatcher.call(endPresence, { params: { clientId } });
    await vi.waitFor(async () => expect(await here()).toEqual([]), 10_000);
  });

  it('refuses a line whose name cannot be stored', async () => {
    const { be } = await setUp();
    for (const editing of ['a\0b', '\ud800']) {
      expect(await be({ showId: null, editing })).toMatchObject({
        status: 400,
        problem: { errors: [{ path: 'editing' }] },
      });
    }
  });

  it('is the same on every instance', async () => {
    const { server, here, show } = await setUp();
    const other = await testApp({ beside: server });
    const there = await other.as('dispatcher');
    await there.call(announcePresence, { params: { clientId }, body: { showId: show.id, editing: null } });
    await vi.waitFor(async () => expect(await here()).toHaveLength(1), 5_000);
  });

  it('forgets a page that has not said for a while that it is still there', async () => {
    const { server, here, be } = await setUp();
    await be({ showId: null, editing: null });
    await vi.waitFor(async () => expect(await here()).toHaveLength(1), 10_000);
    await server.app.database.db.update(presences).set({ seenAt: sql`server_now() - interval '46 seconds'` });
    await vi.waitFor(async () => expect(await here()).toEqual([]), 5_000);
  });

  it('lets nobody speak for a page of somebody else, or end it', async () => {
    const { here, be, viewer } = await setUp();
    await be({ showId: null, editing: null });
    expect((await be({ showId: null, editing: 'alex' }, viewer)).status).toBe(404);
    await viewer.call(endPresence, { params: { clientId } });
    await vi.waitFor(async () => expect(await here()).toMatchObject([{ editing: null }]), 10_000);
  });

  it('refuses what is too long, and what is no id', async () => {
    const { be, viewer } = await setUp();
    const long = await be({ showId: null, editing: 'x'.repeat(201) });
    expect(long.problem.errors).toMatchObject([{ path: 'editing' }]);
    const odd = await viewer.call(announcePresence, {
      params: { clientId: 'me' },
      body: { showId: null, editing: null },
    });
    expect(odd.status).toBe(404);
  });
});
