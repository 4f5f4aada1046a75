import { type Database, openDatabase } from '@monkey-tracker/db/client';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { attachEmbedded } from '@monkey-tracker/db/embedded';
import { silentLog } from '@monkey-tracker/db/log';
import { login } from '@monkey-tracker/contract/auth';
import { fill } from '../../seed.ts';
import { makeFolder } from './folder.ts';
import { admin, type Server, startServer } from './server.ts';
import { seedLiveShows } from './shows.ts';

/** A server with a database of its own, filled, and a way in beside it. */
export interface Stage {
  server: Server;
  database: Database;
  parts: ConnectionParts;
  /** The ids of the five shows of today, twelve entries each. */
  showIds: string[];
  /** A pass of the administrator; it lasts a quarter of an hour. */
  token(): Promise<string>;
  close(): Promise<void>;
}

const entriesOfArchivedShow = 12;

/** @param archived how many shows lie in its archive. */
export async function openStage(archived: number, profileTo?: string): Promise<Stage> {
  const folder = makeFolder();
  const server = await startServer(folder.path, profileTo);
  const parts = await partsOf(folder.path);
  const database = openDatabase(parts, silentLog);
  await fill(database.db, archived * entriesOfArchivedShow);
  const showIds = await seedLiveShows(database.db);
  return {
    server,
    database,
    parts,
    showIds,
    async token() {
      const answer = await fetch(`http://127.0.0.1:${server.port}${login.path}`, {
        method: login.method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(admin),
      });
      return login.response.parse(await answer.json()).accessToken;
    },
    async close() {
      await database.close();
      await server.stop();
      folder.remove();
    },
  };
}

async function partsOf(dataDir: string): Promise<ConnectionParts> {
  const connection = await attachEmbedded(dataDir);
  if (!connection) throw new Error('the embedded PostgreSQL of the server was not found');
  return {
    ...connection,
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
}
