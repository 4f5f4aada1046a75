import { afterEach, expect, it, vi } from 'vitest';
import { Session } from './session.ts';

const user = {
  id: '0190a000-0000-7000-8000-000000000001',
  email: 'a@b.c',
  displayName: 'A',
  roles: [],
  settings: {},
};
const good = (accessToken: string) => Response.json({ accessToken, expiresIn: 900, user });
const refusal = (status: number) =>
  Response.json({ status, code: 'x', detail: 'Refused', error: 'Refused', requestId: 'r' }, { status });

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const answering = (...answers: (Response | Error)[]) => {
  const fetched = vi.fn<(url: string, init: { body: string }) => Promise<Response>>(async () => {
    const next = answers.shift();
    if (next === undefined || next instanceof Error) throw next ?? new Error('asked once too often');
    return next;
  });
  vi.stubGlobal('fetch', fetched);
  return { attempts: () => fetched.mock.calls.map(([, { body }]) => JSON.parse(body).attempt) };
};

afterEach(() => vi.unstubAllGlobals());

it('refreshes once for many who ask, and keeps the token', async () => {
  const { attempts } = answering(good('one'));
  const session = new Session(memory());
  expect(await Promise.all([session.token(), session.token(), session.token()])).toEqual([
    'one',
    'one',
    'one',
  ]);
  expect(await session.token()).toBe('one');
  expect(attempts()).toHaveLength(1);
  expect(session.state).toBe('open');
});

it('repeats an unanswered attempt under its name, and makes a new one after an answer', async () => {
  const { attempts } = answering(new Error('lost'), good('one'), good('two'));
  const session = new Session(memory());
  await expect(session.token()).rejects.toThrow('cannot be reached');
  expect(session.state).toBe('unknown');
  await session.token();
  await session.renew('one');
  const [first, second, third] = attempts();
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

it('does not renew a token that somebody else has renewed already', async () => {
  const { attempts } = answering(good('one'), good('two'));
  const session = new Session(memory());
  await session.token();
  expect(await session.renew('one')).toBe('two');
  expect(await session.renew('one')).toBe('two');
  expect(attempts()).toHaveLength(2);
});

it('tells a session that ended under somebody’s hands from one that never was', async () => {
  answering(refusal(401));
  const stranger = new Session(memory());
  await expect(stranger.token()).rejects.toThrow('Refused');
  expect(stranger.state).toBe('closed');

  answering(good('one'), refusal(401));
  const session = new Session(memory());
  await session.token();
  await expect(session.renew('one')).rejects.toThrow('Refused');
  expect(session.state).toBe('ended');
  await expect(session.token()).rejects.toThrow('Sign in again');
});

it('stays open when the server is only away', async () => {
  answering(good('one'), refusal(503), good('two'));
  const session = new Session(memory());
  await session.token();
  await expect(session.renew('one')).rejects.toThrow('Refused');
  expect(session.state).toBe('open');
  expect(await session.renew('one')).toBe('two');
});
