import { expect, it, vi } from 'vitest';
import type { Change, Outcome } from './change.ts';
import type { OtherTabs, TabWord } from './other-tabs.ts';
import { Outbox } from './outbox.ts';
import type { ChangeStore } from './store.ts';

type Words = Change<string>;

const change = (id: string, records: [string, ...string[]] = [id], key = id): Words => ({
  id,
  key,
  userId: 'grace',
  at: 1,
  records,
  memo: `do ${id}`,
});

/** The disk of a device: what a second page finds when the first is gone. */
function disk(): ChangeStore<string> & { kept: Map<string, Words> } {
  const kept = new Map<string, Words>();
  return {
    kept,
    all: async () => [...kept.values()],
    put: async (one) => void kept.set(one.id, one),
    remove: async ({ id, key }) => void (kept.get(id)?.key === key && kept.delete(id)),
  };
}

function quietTabs(): OtherTabs<string> & {
  said: TabWord<string>[];
  hears: (word: TabWord<string>) => void;
} {
  let listener: (word: TabWord<string>) => void = () => undefined;
  const said: TabWord<string>[] = [];
  return {
    said,
    hears: (word) => listener(word),
    tell: (word) => void said.push(word),
    hear: (listens) => (listener = listens),
  };
}

type Deliver = (change: Words) => Promise<Outcome<string>>;

function open(deliver: Deliver, store = disk()) {
  const delivered = vi.fn<Deliver>(deliver);
  const accept = vi.fn<(change: Words, answer: unknown) => void>();
  const tabs = quietTabs();
  const outbox = new Outbox<string>({ store, tabs, deliver: delivered, accept, pauseMs: () => 5 });
  return { outbox, store, tabs, accept, sent: () => delivered.mock.calls.map(([one]) => one.key) };
}

const empty = (outbox: Outbox<string>) => vi.waitFor(() => expect(outbox.state.changes).toEqual([]));

it('sends one after the other, in the order in which they were made', async () => {
  let onTheWay = 0;
  const { outbox, sent, accept } = open(async ({ id }) => {
    expect(++onTheWay).toBe(1);
    await Promise.resolve();
    onTheWay--;
    return { done: `answer to ${id}` };
  });
  outbox.put(change('1'));
  outbox.put(change('2'));
  outbox.sendFor('grace');
  outbox.put(change('3'));
  await empty(outbox);
  expect(sent()).toEqual(['1', '2', '3']);
  expect(accept.mock.calls.map(([, answer]) => answer)).toEqual([
    'answer to 1',
    'answer to 2',
    'answer to 3',
  ]);
});

it('keeps what has no answer, through a restart, under the same key', async () => {
  const lost = open(async () => 'later');
  lost.outbox.sendFor('grace');
  lost.outbox.put(change('1'));
  await vi.waitFor(() => expect(lost.sent().length).toBeGreaterThan(1));
  expect(lost.outbox.state.changes).toHaveLength(1);
  lost.outbox.sendFor(undefined);

  const again = open(async () => ({ done: undefined }), lost.store);
  await again.outbox.load();
  again.outbox.sendFor('grace');
  await empty(again.outbox);
  expect(again.sent()).toEqual(['1']);
  await vi.waitFor(() => expect(lost.store.kept.size).toBe(0));
});

it('does not let later changes of a record pass one that is held, and lets others pass', async () => {
  const { outbox, sent } = open(async (one) =>
    one.id === '1' ? { instead: { ...one, held: { code: 'x', message: 'No' } } } : { done: undefined },
  );
  outbox.sendFor('grace');
  outbox.put(change('1', ['show', 'entry']));
  outbox.put(change('2', ['show', 'entry']));
  outbox.put(change('3', ['show', 'other']));
  outbox.put(change('4', ['show']));
  await vi.waitFor(() => expect(outbox.state.changes.map(({ id }) => id)).toEqual(['1', '2']));
  expect(sent()).toEqual(['1', '3', '4']);
  const [held] = outbox.state.changes;
  if (held) outbox.remove(held);
  await empty(outbox);
  expect(sent()).toEqual(['1', '3', '4', '2']);
});

it('waits with what lies in a record whose creation is held', async () => {
  const { outbox, sent } = open(async (one) =>
    one.id === '1' ? { instead: { ...one, held: { code: 'x', message: 'No' } } } : { done: undefined },
  );
  outbox.sendFor('grace');
  outbox.put(change('1', ['show']));
  outbox.put(change('2', ['show', 'entry']));
  await vi.waitFor(() => expect(outbox.state.changes[0]?.held).toBeDefined());
  expect(sent()).toEqual(['1']);
});

it('sends nothing of somebody else', async () => {
  const { outbox, sent } = open(async () => ({ done: undefined }));
  outbox.put(change('1'));
  outbox.sendFor('linus');
  outbox.put({ ...change('2'), userId: 'linus' });
  await vi.waitFor(() => expect(outbox.state.changes.map(({ id }) => id)).toEqual(['1']));
  expect(sent()).toEqual(['2']);
});

it('keeps what a person made of a change while its earlier form was on its way', async () => {
  let answer: (outcome: Outcome<string>) => void = () => undefined;
  const { outbox, store, sent } = open(({ key }) =>
    key === '1' ? new Promise((resolve) => (answer = resolve)) : Promise.resolve({ done: undefined }),
  );
  outbox.sendFor('grace');
  outbox.put(change('1'));
  await vi.waitFor(() => expect(outbox.state.sending).toBe('1'));
  outbox.put(change('1', ['1'], 'newer'));
  answer({ done: undefined });
  await empty(outbox);
  expect(sent()).toEqual(['1', 'newer']);
  await vi.waitFor(() => expect(store.kept.size).toBe(0));
});

it('follows what the other tabs do', () => {
  const { outbox, tabs, accept } = open(async () => 'later');
  tabs.hears({ put: change('1') });
  tabs.hears({ sending: '1' });
  expect(outbox.state).toMatchObject({ changes: [{ id: '1' }], sending: '1' });
  tabs.hears({ done: change('1'), answer: 'yes' });
  expect(outbox.state.changes).toEqual([]);
  expect(accept).toHaveBeenCalledWith(change('1'), 'yes');
});

it('says so where the device keeps nothing, and goes on', async () => {
  const broken = { ...disk(), put: () => Promise.reject(new Error('no space')) };
  const { outbox, sent } = open(async () => ({ done: undefined }), broken);
  outbox.sendFor('grace');
  outbox.put(change('1'));
  await empty(outbox);
  expect(sent()).toEqual(['1']);
  expect(outbox.state.durable).toBe(false);
});
