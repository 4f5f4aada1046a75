import type pg from 'pg';
import type { MigrationFile } from './migration-files.ts';

/** The table that drizzle-kit writes too, so that either may apply the next migration. */
export const journalTable = 'drizzle_migrations';

/** A migration that the database has, oldest first. */
export interface AppliedRow {
  hash: string;
  applied_at: Date | null;
  /** Of the migration that a program must know from here on. */
  needs_hash: string | null;
}

/** What was applied, as far as the journal goes; nothing where there is none yet. */
export async function readJournal(client: pg.Client | pg.Pool): Promise<AppliedRow[]> {
  const found = await client.query('select to_regclass($1) as journal', [journalTable]);
  if (found.rows[0]?.journal === null) return [];
  // One that drizzle-kit made lacks our two columns: through JSON they are null then.
  const { rows } = await client.query<AppliedRow>(
    `select j.hash, (to_jsonb(j)->>'applied_at')::timestamptz as applied_at, to_jsonb(j)->>'needs_hash' as needs_hash
     from ${journalTable} j order by j.id`,
  );
  return rows;
}

/** Makes the journal, or adds to one of drizzle-kit's what we note beside it. */
export async function addJournal(client: pg.Client): Promise<void> {
  await client.query(
    `create table if not exists ${journalTable} (id serial primary key, hash text not null, created_at bigint)`,
  );
  await client.query(
    `alter table ${journalTable} add column if not exists applied_at timestamptz,
       add column if not exists needs_hash text`,
  );
}

export async function noteApplied(
  client: pg.Client,
  { hash, when }: MigrationFile,
  needsHash: string | undefined,
): Promise<void> {
  await client.query(
    `insert into ${journalTable} (hash, created_at, applied_at, needs_hash) values ($1, $2, clock_timestamp(), $3)`,
    [hash, when, needsHash ?? null],
  );
}
