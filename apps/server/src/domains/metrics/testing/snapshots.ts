import type { Db } from '@monkey-tracker/db/client';
import { sql } from 'drizzle-orm';
import { appendEvents } from '../../../platform/events.ts';

/** A snapshot's content as far as its numbers need it. */
export interface SnapshotShow {
  id: string;
  date: string;
  time: string;
  label: string;
  leadPilot: string;
  monkeyLead: string;
  entries: SnapshotEntry[];
}

export interface SnapshotEntry {
  unitId: string;
  planned: 'Yes' | 'No';
  launched: 'Yes' | 'No';
  status: 'Completed' | 'No-launch' | 'Abort';
  primaryIssue: string;
  subIssue: string;
  severity: string;
  rootCause: string;
  actions: string[];
  operator: string;
  batteryId: string;
  delaySec: number | null;
}

/** Puts snapshots straight into the archive, as an import does. */
export async function insertSnapshots(db: Db, shows: readonly SnapshotShow[]): Promise<void> {
  await db.execute(sql`
    insert into show_archive (id, data, show_date, created_at, archived_at)
    select (s->>'id')::uuid, s, (s->>'date')::date, server_now(), server_now()
    from jsonb_array_elements(${JSON.stringify(shows)}::jsonb) s`);
}

/** Takes snapshots out of the archive, for one of the two reasons that the database knows. */
export async function removeSnapshots(db: Db, ids: readonly string[], why: 'restore' | 'purge') {
  await db.transaction(async (db) => {
    await db.execute(sql`select set_config('monkey_tracker.snapshot_removal', ${why}, true)`);
    await db.execute(sql`delete from show_archive where id::text in
      (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
    // Whose snapshot goes for that is a live show again; on days of their own, so that none is full.
    if (why === 'restore')
      await db.execute(sql`insert into shows (id, date, time, label, lead_pilot, monkey_lead, day_slot)
        select id::uuid, '2100-01-01'::date + (random() * 300000)::int, '20:00', 'Main', 'Nazar', 'Cleo', 0
        from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) id`);
    // No snapshot goes without an event that names it.
    const type = why === 'purge' ? 'archive.purged' : 'show.restored';
    const told =
      why === 'purge'
        ? [{ subjectId: null, after: { shows: ids } }]
        : ids.map((subjectId) => ({ subjectId }));
    await appendEvents(
      db,
      { actorId: null, requestId: null },
      told.map((event) => ({ type, ...event })),
    );
  });
}
