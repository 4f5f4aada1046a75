import type { SentMail } from '@monkey-tracker/contract/mail';
import type { Db } from '@monkey-tracker/db/client';
import { mailJobs as jobs } from '@monkey-tracker/db/schema/mail';
import { and, count, desc, eq, ne, sql } from 'drizzle-orm';
import { putOff } from '../../platform/retry-schedule.ts';

/** A mail that this server alone sends now, until its lease ends. */
export interface Job extends Record<string, unknown> {
  id: string;
  recipient: string;
  content: string;
  attempts: number;
  lease: string;
}

/** Far longer than the longest attempt: after it, a server that held the lease has died. */
const leaseSec = 120;

type NewJob = Pick<typeof jobs.$inferInsert, 'kind' | 'userId' | 'recipient' | 'content'>;

export async function insert(db: Db, row: NewJob): Promise<SentMail> {
  const [made] = await db.insert(jobs).values(row).returning();
  if (!made) throw new Error('the mail was not inserted');
  return toMail(made);
}

const toMail = (row: typeof jobs.$inferSelect): SentMail => ({
  id: row.id,
  kind: row.kind,
  recipient: row.recipient,
  state: row.state,
  attempts: row.attempts,
  failure: row.failure,
  createdAt: row.createdAt.getTime(),
  settledAt: row.settledAt?.getTime() ?? null,
});

/** Takes the mail that is due longest, if any; others are skipped while somebody sends them. */
export async function claim(db: Db): Promise<Job | undefined> {
  const { rows } = await db.execute<Job>(sql`
    update ${jobs} set lease = gen_random_uuid(), leased_until = server_now() + make_interval(secs => ${leaseSec})
    where id = (
      select id from ${jobs} w where w.state = 'waiting' and w.next_attempt_at <= server_now()
        and (w.leased_until is null or w.leased_until not between server_now() and server_now() + make_interval(secs => ${2 * leaseSec}))
      order by w.next_attempt_at limit 1 for update skip locked)
    returning id, recipient, content, attempts, lease`);
  return rows[0];
}

/** Ends a job, whose content goes with it, or has it wait; where its lease is still ours. */
export async function settle(
  db: Db,
  { id, lease, attempts }: Job,
  outcome: { state: 'sent' | 'dead'; failure: string | null } | { waitSec: number; failure: string },
): Promise<void> {
  const fate =
    'state' in outcome
      ? { state: outcome.state, content: null, settledAt: sql`server_now()` }
      : { nextAttemptAt: sql`server_clock() + make_interval(secs => ${outcome.waitSec})` };
  await db
    .update(jobs)
    .set({ ...fate, failure: outcome.failure, attempts: attempts + 1, lease: null, leasedUntil: null })
    .where(and(eq(jobs.id, id), eq(jobs.lease, lease)));
}

export async function countWaiting(db: Db): Promise<number> {
  const [row] = await db.select({ waiting: count() }).from(jobs).where(eq(jobs.state, 'waiting'));
  return row?.waiting ?? 0;
}

export interface MailBacklog extends Record<string, unknown> {
  waiting: number;
  /** Of those that wait, how many were refused before. */
  retrying: number;
  oldestWaitingAt: number | null;
  /** Given up within the last 30 days. */
  dead: number;
}

export async function readMailBacklog(db: Db): Promise<MailBacklog | undefined> {
  const { rows } = await db.execute<MailBacklog>(sql`
    select (count(*) filter (where state = 'waiting'))::int as waiting,
      (count(*) filter (where state = 'waiting' and attempts > 0))::int as retrying,
      (count(*) filter (where state = 'dead'))::int as dead,
      (epoch_ms(min(created_at) filter (where state = 'waiting')))::float8 as "oldestWaitingAt" from ${jobs}`);
  return rows[0];
}

export async function listRecent(db: Db, limit: number): Promise<SentMail[]> {
  return (await db.select().from(jobs).orderBy(desc(jobs.createdAt), desc(jobs.id)).limit(limit)).map(toMail);
}

/** Makes due what a clock that ran ahead has put off. */
export async function catchUp(db: Db): Promise<void> {
  await db
    .update(jobs)
    .set({ nextAttemptAt: sql`server_clock()` })
    .where(and(eq(jobs.state, 'waiting'), putOff(jobs.nextAttemptAt, jobs.attempts)));
}

/** Forgets what was settled 30 days ago. */
export async function forgetSettled(db: Db): Promise<void> {
  await db
    .delete(jobs)
    .where(and(ne(jobs.state, 'waiting'), sql`${jobs.createdAt} < server_now() - interval '30 days'`));
}

export async function findAddress(db: Db, userId: string): Promise<string> {
  const { rows } = await db.execute<{ email: string }>(sql`select email from users where id = ${userId}`);
  return rows[0]?.email ?? '';
}
