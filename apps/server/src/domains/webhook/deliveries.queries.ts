import type { Delivery, DeliveryDetail, DeliveryState } from '@monkey-tracker/contract/webhook';
import type { Db } from '@monkey-tracker/db/client';
import { webhookAttempts, webhookDeliveries } from '@monkey-tracker/db/schema/webhook';
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Content } from './message.ts';

const a = webhookAttempts;
const d = webhookDeliveries;

const columns = {
  id: d.id,
  event: d.event,
  state: d.state,
  showId: d.showId,
  entryId: d.entryId,
  createdAt: sql<number>`epoch_ms(${d.createdAt})`.mapWith(Number),
  nextAttemptAt: sql<
    number | null
  >`case when ${d.state} = 'waiting' then epoch_ms(${d.nextAttemptAt})::float8 end`,
  attempts: d.attempts,
  lastAttempt: sql<Delivery['lastAttempt']>`(
    select json_build_object('number', l.number, 'at', epoch_ms(l.at), 'durationMs', l.duration_ms,
      'status', l.status, 'failure', l.failure)
    from ${a} l where l.delivery_id = ${d}.id order by l.number desc limit 1)`,
};

/** Newest first; `before` is a number of the one that was listed last. */
export async function list(
  db: Db,
  { state, before, limit }: { state: DeliveryState | undefined; before: number | undefined; limit: number },
): Promise<{ seq: number; delivery: Delivery }[]> {
  return db
    .select({ seq: d.seq, delivery: columns })
    .from(d)
    .where(
      and(
        state === undefined ? undefined : eq(d.state, state),
        before === undefined ? undefined : lt(d.seq, before),
      ),
    )
    .orderBy(desc(d.seq))
    .limit(limit);
}

export async function find(db: Db, id: string): Promise<Delivery | undefined> {
  const [row] = await db.select(columns).from(d).where(eq(d.id, id));
  return row;
}

/** What the delivery carries. */
export async function contentOf(db: Db, id: string): Promise<Content | undefined> {
  const [row] = await db
    .select({ content: sql<Content>`${d.content}` })
    .from(d)
    .where(eq(d.id, id));
  return row?.content;
}

/** The attempts of a delivery in order. */
export async function attemptsOf(db: Db, id: string): Promise<Omit<DeliveryDetail['log'][number], 'body'>[]> {
  return db
    .select({
      number: a.number,
      at: sql<number>`epoch_ms(${a.at})`.mapWith(Number),
      durationMs: a.durationMs,
      method: a.method,
      url: a.url,
      headers: a.headers,
      status: a.status,
      failure: a.failure,
      answer: a.answer,
    })
    .from(a)
    .where(eq(a.deliveryId, id))
    .orderBy(asc(a.number));
}

/** Puts a test message into the queue. @returns its id. */
export async function insertTest(db: Db, contentAt: (now: Date) => Content): Promise<string> {
  const { rows } = await db.execute<{ now: number }>(sql`select epoch_ms(server_now())::float8 as now`);
  const content = contentAt(new Date(rows[0]?.now ?? 0));
  const [made] = await db.insert(d).values({ event: 'webhook.test', content }).returning({ id: d.id });
  if (!made) throw new Error('an insert gave no row back');
  return made.id;
}

/** Puts a delivery back to its first attempt, due at once; one that is being sent now stays as it is. */
export async function requeue(db: Db, id: string): Promise<void> {
  await db
    .update(d)
    .set({ state: 'waiting', failures: 0, nextAttemptAt: sql`server_now()` })
    .where(eq(d.id, id));
}
