import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@monkey-tracker/db/client';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { startEmbedded } from '@monkey-tracker/db/embedded';
import { silentLog } from '@monkey-tracker/db/log';
import { migrate } from '@monkey-tracker/db/migrate';
import { provision } from '@monkey-tracker/db/provision';

/** An embedded PostgreSQL with the settings of a venue's, in a folder that goes with it. */
export async function openStorage() {
  const folder = mkdtempSync(join(tmpdir(), 'monkey-tracker-bench-'));
  // PostgreSQL's account must get through it.
  chmodSync(folder, 0o755);
  const server = await startEmbedded(folder, silentLog);
  const parts: ConnectionParts = {
    ...server.connection,
    schema: 'public',
    poolMin: 0,
    poolMax: 4,
    connectTimeoutMs: 5_000,
    idleTimeoutMs: 30_000,
    // What is slow shall be measured, not ended.
    statementTimeoutMs: 3_600_000,
    slowQueryMs: 3_600_000,
    applicationName: 'monkey-tracker-bench',
  };
  await provision(parts);
  await migrate(parts);
  const database = openDatabase(parts, silentLog);
  return {
    db: database.db,
    close: async () => {
      await database.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      rmSync(server.dataFolder, { recursive: true, force: true });
    },
  };
}
