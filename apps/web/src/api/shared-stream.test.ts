import { afterEach, expect, it, vi } from 'vitest';
import type { Follower } from './event-stream.ts';

const streams: { follower: Follower; ended: boolean }[] = [];
vi.mock('./event-stream.ts', () => ({
  followEvents: (follower: Follower) => {
    const stream = { follower, ended: false };
    streams.push(stream);
    return () => (stream.ended = true);
  },
}));
const { followTogether } = await import('./shared-stream.ts');

/** The locks of a browser, as far as tabs need them: one holds, the others wait in line. */
function browserLocks() {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, __: LockOptions, hold: () => Promise<void>) => {
    const mine = last.then(() => hold());
    last = mine;
    return mine;
  };
  return { request } as unknown as LockManager;
}

const tab = () => ({
  token: vi.fn<() => Promise<string>>(),
  renew: vi.fn<() => Promise<string>>(),
  changed: vi.fn<Follower['changed']>(),
  present: vi.fn<Follower['present']>(),
  unsure: vi.fn<Follower['unsure']>(),
  connection: vi.fn<Follower['connection']>(),
});

const event = {
  seq: 1,
  at: 1,
  actor: null,
  type: 'staff.updated',
  subjectId: null,
  showId: null,
  after: null,
} as const;

afterEach(() => {
  streams.length = 0;
});

it('opens one stream for all tabs, and all hear the same', async () => {
  const locks = browserLocks();
  const [one, two] = [tab(), tab()];
  const leave = [followTogether(one, locks), followTogether(two, locks)];
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  streams[0]?.follower.changed(event);
  streams[0]?.follower.connection('live');
  await vi.waitFor(() => expect(two.connection).toHaveBeenCalledWith('live'));
  expect(one.changed).toHaveBeenCalledExactlyOnceWith(event);
  expect(two.changed).toHaveBeenCalledExactlyOnceWith(event);
  for (const end of leave) end();
});

it('hands the stream on when its tab is closed', async () => {
  const locks = browserLocks();
  const [one, two] = [tab(), tab()];
  const [closeOne, closeTwo] = [followTogether(one, locks), followTogether(two, locks)];
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  closeOne();
  await vi.waitFor(() => expect(streams).toHaveLength(2));
  expect(streams[0]?.ended).toBe(true);
  streams[1]?.follower.changed(event);
  expect(two.changed).toHaveBeenCalledWith(event);
  closeTwo();
});

it('tells a tab that comes later how things stand', async () => {
  const locks = browserLocks();
  const [one, late] = [tab(), tab()];
  const closeOne = followTogether(one, locks);
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  streams[0]?.follower.connection('live');
  const closeLate = followTogether(late, locks);
  expect(late.unsure).toHaveBeenCalled();
  await vi.waitFor(() => expect(late.connection).toHaveBeenCalledWith('live'));
  closeOne();
  closeLate();
});
