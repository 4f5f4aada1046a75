import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import * as argon2 from 'argon2';
import { boundedQueue } from './passwords.queue.ts';

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Whether the password fits; without a hash it takes the same time and never does. */
  verify(hash: string | null, password: string): Promise<boolean>;
  /** Whether the hash was made with other costs than those of today. */
  isOutdated(hash: string): boolean;
  /** How many hashes are being made or compared, and how many wait for their turn. */
  load(): { running: number; waiting: number };
}

/** About 60 ms on one core and twice the memory that OWASP asks for. */
const cost = {
  type: argon2.argon2id,
  memoryCost: 47_104,
  timeCost: 2,
  parallelism: 1,
} satisfies argon2.HashOptions;

const unpadded = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');

/**
 * Each takes a core for as long as it is made, and 46 MiB: one core stays free for those who work while many sign in, and
 * of libuv's threads some for files and names.
 */
const atOnce = Math.min(Math.max(availableParallelism() - 1, 1), 4);

/** A hash that nothing fits, so that an unknown account costs as much as a known one. */
const nobody = `$argon2id$v=19$m=${cost.memoryCost},p=${cost.parallelism},t=${cost.timeCost}$${unpadded(16)}$${unpadded(32)}`;

/** One spelling for characters that keyboards compose differently. */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8');

/** @param pepper mixed into every hash; it is not in the database. */
export function createPasswords(pepper: string): Passwords {
  const queued = boundedQueue({ atOnce, waiting: 200 });
  const secret = Buffer.from(pepper, 'utf8');
  return {
    hash: (password) => queued(() => argon2.hash(bytesOf(password), { ...cost, secret })),
    async verify(hash, password) {
      const known = hash?.startsWith('$argon2') ? hash : undefined;
      const fits = await queued(() => argon2.verify(known ?? nobody, bytesOf(password), { secret }));
      return fits && known !== undefined;
    },
    load: queued.load,
    isOutdated: (hash) => argon2.needsRehash(hash, cost),
  };
}
