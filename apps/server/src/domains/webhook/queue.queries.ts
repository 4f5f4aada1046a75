import type { WebhookEvent } from '@monkey-tracker/contract/webhook';
import type { Db } from '@monkey-tracker/db/client';
import { webhookAttempts, webhookDeliveries, webhookSettings } from '@monkey-tracker/db/schema/webhook';
import { and, eq, sql } from 'drizzle-orm';
import { longestWishSec, putOff } from '../../platform/retry-schedule.ts';
import type { Content } from './message.ts';

/** A delivery that this server alone sends now, until its lease ends. */
export interface Job extends Record<string, unknown> {
  id: string;
  event: WebhookEvent;
  content: Content;
  attempts: number;
  failures: number;
  lease: string;
  /** The database's clock at the claim, epoch milliseconds: the moment of this attempt. */
  now: number;
}

/** Far longer than the longest attempt: after it, a server that held the lease has died. One that lasts far longer is from a clock that ran ahead. */
const leaseSec = 60;

const d = webhookDeliveries;

/**
 * Takes the delivery that is due longest, if any. Of an entry's deliveries only the oldest that waits is taken, so that
 * a receiver hears of them in order; others are skipped while somebody sends them.
 */
export async function claim(db: Db): Promise<Job | undefined> {
  const { rows } = await db.execute<Job>(sql`
    update ${d} set lease = gen_random_uuid(), leased_until = server_now() + make_interval(secs => ${leaseSec})
    where id = (
      select w.id from ${d} w, ${webhookSettings} s
      where w.state = 'waiting' and w.next_attempt_at <= server_now()
        and (w.leased_until is null or w.leased_until not between server_now() and server_now() + make_interval(secs => ${2 * leaseSec}))
        and s.url <> ''
        and (w.event = 'webhook.test' or (s.enabled and s.paused_reason is null
          and (s.held_until is null
            or s.held_until not between server_now() and server_now() + make_interval(secs => ${longestWishSec}))))
        and not exists (
          select from ${d} earlier
          where earlier.entry_id = w.entry_id and earlier.state = 'waiting' and earlier.seq < w.seq)
      order by w.next_attempt_at, w.seq limit 1 for update of w skip locked)
    returning id, event, content, attempts, failures, lease, epoch_ms(server_now())::float8 as now`);
  return rows[0];
}

/** Holds the row of a job whose lease is still ours; false where another server has taken over. */
export async function lockLeased(db: Db, { id, lease }: Job): Promise<boolean> {
  const rows = await db
    .select({ id: d.id })
    .from(d)
    .where(and(eq(d.id, id), eq(d.lease, lease)))
    .for('update');
  return rows.length > 0;
}

type Attempt = Omit<typeof webhookAttempts.$inferInsert, 'id' | 'deliveryId' | 'number'>;

export async function noteAttempt(db: Db, { id, attempts }: Job, attempt: Attempt): Promise<void> {
  await db.insert(webhookAttempts).values({ ...attempt, deliveryId: id, number: attempts + 1 });
}

/** Ends a job: delivered, dead, or waiting for the given number of seconds. */
export async function settle(
  db: Db,
  { id, attempts, failures }: Job,
  outcome: 'delivered' | 'dead' | { waitSec: number },
): Promise<void> {
  const again = typeof outcome === 'object';
  await db
    .update(d)
    .set({
      attempts: attempts + 1,
      failures: outcome === 'delivered' ? 0 : failures + 1,
      state: again ? 'waiting' : outcome,
      ...(again && { nextAttemptAt: sql`server_clock() + make_interval(secs => ${outcome.waitSec})` }),
      lease: null,
      leasedUntil: null,
    })
    .where(eq(d.id, id));
}

/** Lets go of a job that was not finished, as if it had never been taken. */
export async function giveBack(db: Db, { id, lease }: Job): Promise<void> {
  await db
    .update(d)
    .set({ lease: null, leasedUntil: null })
    .where(and(eq(d.id, id), eq(d.lease, lease)));
}

/** Makes all that waits due at once. */
export async function releaseWaiting(db: Db): Promise<void> {
  await db
    .update(d)
    .set({ nextAttemptAt: sql`server_clock()` })
    .where(eq(d.state, 'waiting'));
}

/** Makes due what a clock that ran ahead has put off. */
export async function catchUp(db: Db): Promise<void> {
  await db
    .update(d)
    .set({ nextAttemptAt: sql`server_clock()` })
    .where(and(eq(d.state, 'waiting'), putOff(d.nextAttemptAt, d.failures)));
}

/** Forgets what was settled 30 days ago, with its attempts. What waits is never forgotten. */
export async function forgetSettled(db: Db): Promise<void> {
  await db
    .delete(d)
    .where(and(sql`${d.state} <> 'waiting'`, sql`${d.createdAt} < server_now() - interval '30 days'`));
}

/** What the health page tells; moments are epoch milliseconds. */
export interface Backlog extends Record<string, unknown> {
  waiting: number;
  oldestWaitingAt: number | null;
  dead: number;
  pausedReason: string | null;
  lastSuccessAt: number | null;
  lastFailureAt: number | null;
  lastFailure: string | null;
}

export async function readBacklog(db: Db): Promise<Backlog> {
  const { rows } = await db.execute<Backlog>(sql`
    select q.*, s.paused_reason as "pausedReason", epoch_ms(f.at)::float8 as "lastFailureAt", f.failure as "lastFailure",
      (select epoch_ms(max(at))::float8 from ${webhookAttempts} where failure is null) as "lastSuccessAt"
    from ${webhookSettings} s,
      (select (count(*) filter (where state = 'waiting'))::int as waiting,
        (count(*) filter (where state = 'dead'))::int as dead,
        (epoch_ms(min(created_at) filter (where state = 'waiting')))::float8 as "oldestWaitingAt" from ${d}) q
      left join (select at, failure from ${webhookAttempts} where failure is not null order by at desc limit 1) f on true`);
  if (!rows[0]) throw new Error('the row of webhook_settings is missing');
  return rows[0];
}
