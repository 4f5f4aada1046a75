import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { startEmbedded } from '@monkey-tracker/db/embedded';
import { silentLog } from '@monkey-tracker/db/log';
import { readEnvironment } from '@monkey-tracker/server/src/platform/environment.ts';

/** Runs `work` beside an embedded PostgreSQL that goes with it. */
export async function withEmbedded<T>(work: (parts: ConnectionParts) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mt-crowds-'));
  // PostgreSQL's account must get through it.
  chmodSync(folder, 0o755);
  const { connection, stop } = await startEmbedded(join(folder, 'data'), silentLog);
  try {
    return await work({ ...connection, ...readEnvironment({}).databaseDefaults });
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
