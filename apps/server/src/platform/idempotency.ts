import { createHmac } from 'node:crypto';
import type { Db } from '@monkey-tracker/db/client';
import { idempotencyRecords } from '@monkey-tracker/db/schema/idempotency';
import { and, eq, sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { invalid, Problem } from './problem.ts';

/** A request that may be repeated: its user, key, and a hash of what it asks. */
export interface Attempt {
  userId: string;
  key: string;
  fingerprint: string;
}

/** A finished answer, ready to be sent again to the byte. */
export interface StoredAnswer {
  status: number;
  body: string;
}

/** The attempt that a request names with `Idempotency-Key`, if it does. */
export function attemptOf(request: FastifyRequest, userId: string): Attempt | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw invalid([
      { path: 'Idempotency-Key', message: 'Idempotency-Key must be 1 to 255 visible characters' },
    ]);
  }
  // With a key: some bodies carry a password, which a bare hash would let a thief of the database guess at.
  const fingerprint = createHmac('sha256', request.server.environment.JWT_SECRET)
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
  return { userId, key, fingerprint };
}

/**
 * Takes the key for this transaction. A second request with it waits here until the first has ended.
 * @returns the first answer where there is one already.
 */
export async function claim(db: Db, attempt: Attempt): Promise<StoredAnswer | undefined> {
  const { userId, key, fingerprint } = attempt;
  const { rowCount } = await db.execute(sql`
    insert into idempotency_records (user_id, key, fingerprint) values (${userId}, ${key}, ${fingerprint})
    on conflict do nothing`);
  if (rowCount === 1) return undefined;
  const [first] = await db.select().from(idempotencyRecords).where(ofAttempt(attempt));
  if (first?.fingerprint !== attempt.fingerprint) {
    throw new Problem(422, 'idempotency.key_reused', 'This Idempotency-Key was used for another request');
  }
  return { status: first.status ?? 500, body: first.body ?? '' };
}

/** Keeps the answer, in the transaction of the change that it tells of. */
export async function keep(db: Db, attempt: Attempt, answer: StoredAnswer): Promise<void> {
  await db.execute(sql`
    update idempotency_records set status = ${answer.status}, body = ${answer.body}
    where user_id = ${attempt.userId} and key = ${attempt.key}`);
}

const ofAttempt = ({ userId, key }: Attempt) =>
  and(eq(idempotencyRecords.userId, userId), eq(idempotencyRecords.key, key));

/** Forgets answers that are 30 days old: after that a repeat is a new request. */
export async function forgetOldAnswers(db: Db): Promise<void> {
  await db
    .delete(idempotencyRecords)
    .where(sql`${idempotencyRecords.createdAt} < server_now() - interval '30 days'`);
}
