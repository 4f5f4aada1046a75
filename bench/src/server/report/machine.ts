import { arch, cpus, platform, totalmem } from 'node:os';
import type { Database } from '@monkey-tracker/db/client';
import { sql } from 'drizzle-orm';

/** Where something was measured, one fact a line. */
export async function describeMachine({ db }: Database): Promise<Record<string, string>> {
  const { rows } = await db.execute<{ version: string }>(
    sql`select current_setting('server_version') as version`,
  );
  const [first] = cpus();
  return {
    Processor: `${first?.model.trim() ?? 'unknown'}, ${cpus().length} cores`,
    Memory: `${(totalmem() / 1e9).toFixed(0)} GB`,
    System: `${platform()} ${arch()}`,
    'Node.js': process.version,
    PostgreSQL: `${rows[0]?.version ?? 'unknown'}, the embedded one`,
    Measured: new Date().toISOString().slice(0, 10),
  };
}
