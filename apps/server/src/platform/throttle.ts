import { isIPv6 } from 'node:net';
import type { Db } from '@monkey-tracker/db/client';
import { Problem } from './problem.ts';
import { hashOf } from './secrets.ts';
import * as queries from './throttle.queries.ts';

/**
 * What is counted, and how often it may be tried in 15 minutes. A venue shares one address. Guesses at an account count
 * by where they come from, so that a stranger does not lock its owner out; the bound on all of them is much wider.
 */
const limits = {
  'sign-in account here': 10,
  'sign-in account': 100,
  'sign-in address': 100,
  'password change': 10,
  'second factor': 10,
  'setup address': 10,
  'reset address': 20,
  'reset account': 3,
  'reset confirm address': 20,
} as const;
type Kind = keyof typeof limits;

const tooManyAttempts = (retryAfterSec: number) => {
  const minutes = Math.max(1, Math.ceil(retryAfterSec / 60));
  const wait = minutes === 1 ? 'one minute' : `${minutes} minutes`;
  return new Problem(429, 'auth.too_many_attempts', `Too many attempts. Try again in ${wait}.`, {
    retryAfterSec,
  });
};

/** Hashed, because people type passwords into the field for the email address. */
const keyOf = (kind: Kind, who: string) =>
  hashOf(`${kind}|${kind.endsWith('address') ? networkOf(who) : who}`);

/** Whoever has one IPv6 address has 2^64 of them: they count as one. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const start = head === '' ? [] : head.split(':');
  const end = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - start.length - end.length;
  const groups = [...start, ...Array<string>(Math.max(0, zeros)).fill('0'), ...end];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** An account as it is tried from one network. */
export const here = (account: string, address: string): string => `${account} ${networkOf(address)}`;

/** Counts an attempt before it is judged; the one over the limit is refused with the time to wait. */
export async function attempt(db: Db, kind: Kind, who: string): Promise<void> {
  const { attempts, retryAfterSec } = await queries.count(db, keyOf(kind, who));
  if (attempts > limits[kind]) throw tooManyAttempts(retryAfterSec);
}

/** Whether one more is within the limit, where nobody shall notice. */
export async function isWithin(db: Db, kind: Kind, who: string): Promise<boolean> {
  const { attempts } = await queries.count(db, keyOf(kind, who));
  return attempts <= limits[kind];
}

/** It was the right person after all: their earlier slips are forgotten. */
export const forget = (db: Db, kind: Kind, who: string): Promise<void> =>
  queries.forget(db, keyOf(kind, who));

/** Uncounts one success, but not the failures beside it: who has one account must not guess at others for ever. */
export const takeBack = (db: Db, kind: Kind, who: string): Promise<void> =>
  queries.takeBack(db, keyOf(kind, who));

export const forgetOld = queries.forgetOld;
