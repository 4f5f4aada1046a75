import type { AuditEvent, AuditFilter } from '@monkey-tracker/contract/audit';
import type { Db } from '@monkey-tracker/db/client';
import { events } from '@monkey-tracker/db/schema/events';
import { users } from '@monkey-tracker/db/schema/users';
import { and, desc, eq, gte, lt, lte, sql } from 'drizzle-orm';
import { liveColumns } from '../../platform/feed.queries.ts';

export async function list(
  db: Db,
  { actor, type, show, subject, from, to }: AuditFilter,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<AuditEvent[]> {
  return db
    .select({
      ...liveColumns,
      before: events.before,
      requestId: events.requestId,
      hash: sql<string>`encode(${events.hash}, 'hex')`,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(
      and(
        actor === undefined ? undefined : eq(events.actorId, actor),
        type === undefined ? undefined : eq(events.type, type),
        show === undefined ? undefined : eq(events.showId, show),
        subject === undefined ? undefined : eq(events.subjectId, subject),
        from === undefined ? undefined : gte(events.at, new Date(from)),
        to === undefined ? undefined : lte(events.at, new Date(to)),
        before === undefined ? undefined : lt(events.seq, before),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(limit);
}

/** Recomputes the whole chain inside PostgreSQL. */
export async function verify(db: Db): Promise<{ whole: boolean; events: number; brokenAt: number | null }> {
  return db.transaction(async (db) => {
    await db.execute(sql`set local statement_timeout = '10min'`);
    const { rows } = await db.execute<{ count: number; broken: number | null }>(
      sql`select events_count::float8 as count, broken_at::float8 as broken from verify_events()`,
    );
    const broken = rows[0]?.broken ?? null;
    return { whole: broken === null, events: rows[0]?.count ?? 0, brokenAt: broken };
  });
}
