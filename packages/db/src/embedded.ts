import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from './log.ts';
import { findAccount } from './embedded/account.ts';
import { findBinaries } from './embedded/binaries.ts';
import { dataFolderOf, makeDataFolder, passwordOf } from './embedded/data-folder.ts';
import { initialise } from './embedded/initialise.ts';
import { findPostmaster } from './embedded/postmaster.ts';
import { launch } from './embedded/launch.ts';

/** How to reach the embedded server; always on loopback. */
export interface EmbeddedConnection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl: 'disable';
}

export interface Embedded {
  connection: EmbeddedConnection;
  dataFolder: string;
  /** Settles when the server has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Another Monkey Tracker runs on the same folder. */
export class EmbeddedInUse extends Error {}

const name = 'monkey_tracker';
const connectionOf = (dataDir: string, port: number): EmbeddedConnection => ({
  host: '127.0.0.1',
  port,
  user: name,
  password: passwordOf(dataDir),
  database: name,
  ssl: 'disable',
});

/**
 * Starts the embedded PostgreSQL on a data folder, which is made where it is missing.
 * @param options server settings beyond the defaults, for tests: `{ fsync: 'off' }`.
 * @throws EmbeddedInUse where one runs there already.
 */
export async function startEmbedded(
  dataDir: string,
  log: Log,
  options: Record<string, string> = {},
): Promise<Embedded> {
  const account = findAccount();
  const dataFolder = dataFolderOf(dataDir, account);
  await waitUntilFree(dataFolder, dataDir);
  const binaries = findBinaries(account);
  if (!dataFolder.startsWith(dataDir) && account) {
    log.info({ dataFolder }, `[storage] PostgreSQL embedded data lie in ${dataFolder}`);
  }
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) {
    makeDataFolder(dataFolder, account);
    await initialise({ binaries, dataFolder, account, user: name, password: passwordOf(dataDir) });
  }
  const server = await launch({ binaries, dataFolder, account, options }, () =>
    waitUntilFree(dataFolder, dataDir),
  );
  return {
    connection: connectionOf(dataDir, server.port),
    dataFolder,
    ended: server.ended,
    stop: server.stop,
  };
}

/** The connection to an embedded server that runs already, started by another process. */
export async function attachEmbedded(dataDir: string): Promise<EmbeddedConnection | undefined> {
  const running = findPostmaster(dataFolderOf(dataDir, findAccount()));
  return running?.ready ? connectionOf(dataDir, running.port) : undefined;
}

/** An owner that was killed leaves a server that is about to stop: give it this long to begin with it. */
const orphanMs = 1_500;
const stopMs = 10_000;

/** Waits for a server that is stopping. @throws EmbeddedInUse where one goes on running. */
async function waitUntilFree(dataFolder: string, dataDir: string): Promise<void> {
  for (const since = Date.now(); ; await wait(50)) {
    const running = findPostmaster(dataFolder);
    if (!running) return;
    if (Date.now() - since < (running.stopping ? stopMs : orphanMs)) continue;
    throw new EmbeddedInUse(
      `Another Monkey Tracker runs on ${dataDir} (PostgreSQL is process ${running.pid}). ` +
        'Stop it, or choose another DATA_DIR.',
    );
  }
}
