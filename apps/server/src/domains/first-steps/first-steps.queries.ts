import type { StepName } from '@monkey-tracker/contract/first-steps';
import type { Db } from '@monkey-tracker/db/client';
import { showArchive } from '@monkey-tracker/db/schema/archive';
import { events } from '@monkey-tracker/db/schema/events';
import { firstSteps } from '@monkey-tracker/db/schema/first-steps';
import { shows } from '@monkey-tracker/db/schema/shows';
import { users } from '@monkey-tracker/db/schema/users';
import { webhookSettings } from '@monkey-tracker/db/schema/webhook';
import { eq, type SQL, sql } from 'drizzle-orm';

/** What a person said by hand: a step, or that the whole list is put away. */
export type Mark = StepName | 'dismissed';

const happened = (type: SQL) => sql`exists (select from ${events} where ${events.type} = ${type})`;

/** When each step is truly done; one that is not here only a person can tell. */
const truths: Partial<Record<StepName, SQL>> = {
  rosters: sql`${happened(sql`'staff.updated'`)} or exists (select from ${events}
    where ${events.type} = 'archive.imported' and (${events.after}->'names'->>'imported')::int > 0)`,
  users: sql`(select count(*) from ${users} where ${users.deletedAt} is null) > 1`,
  venue: happened(sql`'config.updated'`),
  webhook: sql`exists (select from ${webhookSettings} where ${webhookSettings.enabled})`,
  data: sql`exists (select from ${shows}) or exists (select from ${showArchive})`,
};

/** The steps that are truly done. */
export async function findDone(db: Db): Promise<Set<StepName>> {
  const asked = Object.entries(truths) as [StepName, SQL][];
  const rows = asked.map(([step, truth]) => sql`(${step}::text, ${truth})`);
  const found = await db.execute<{ step: StepName }>(
    sql`select step from (values ${sql.join(rows, sql`, `)}) as truths (step, done) where done`,
  );
  return new Set(found.rows.map(({ step }) => step));
}

export async function findMarks(db: Db): Promise<Set<string>> {
  const rows = await db.select({ step: firstSteps.step }).from(firstSteps);
  return new Set(rows.map(({ step }) => step));
}

export async function mark(db: Db, step: Mark, tickedBy: string | null): Promise<void> {
  await db.insert(firstSteps).values({ step, tickedBy }).onConflictDoNothing();
}

export async function unmark(db: Db, step: Mark): Promise<void> {
  await db.delete(firstSteps).where(eq(firstSteps.step, step));
}
