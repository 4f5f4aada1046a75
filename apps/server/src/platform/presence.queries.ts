import { type Presence, presenceLastsMs } from '@monkey-tracker/contract/presence';
import type { Db } from '@monkey-tracker/db/client';
import { presences } from '@monkey-tracker/db/schema/presences';
import { users } from '@monkey-tracker/db/schema/users';
import { and, asc, eq, sql } from 'drizzle-orm';

const stale = sql`${presences.seenAt} < server_now() - make_interval(secs => ${presenceLastsMs / 1_000})`;

/** Everybody who is here, in an order that does not change by itself. */
export async function readPresences(db: Db): Promise<Presence[]> {
  return db
    .select({
      clientId: presences.clientId,
      user: { id: users.id, displayName: users.displayName },
      showId: presences.showId,
      editing: presences.editing,
    })
    .from(presences)
    .innerJoin(users, eq(users.id, presences.userId))
    .where(sql`not (${stale})`)
    .orderBy(asc(presences.clientId));
}

/** Writes down where a page is. False where the page is somebody else's. */
export async function writePresence(
  db: Db,
  page: { clientId: string; userId: string; showId: string | null; editing: string | null },
): Promise<boolean> {
  const seenAt = sql`server_now()`;
  const written = await db
    .insert(presences)
    .values({ ...page, seenAt })
    .onConflictDoUpdate({
      target: presences.clientId,
      set: { showId: page.showId, editing: page.editing, seenAt },
      setWhere: eq(presences.userId, page.userId),
    })
    .returning({ clientId: presences.clientId });
  return written.length > 0;
}

export async function removePresence(db: Db, clientId: string, userId: string): Promise<void> {
  await db.delete(presences).where(and(eq(presences.clientId, clientId), eq(presences.userId, userId)));
}

export async function sweepPresences(db: Db): Promise<void> {
  await db.delete(presences).where(stale);
}
