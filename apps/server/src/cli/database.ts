import { resolve } from 'node:path';
import { type Db, openDatabase } from '@monkey-tracker/db/client';
import { attachEmbedded } from '@monkey-tracker/db/embedded';
import type { FastifyBaseLogger } from 'fastify';
import { readEnvironment, type Settings } from '../platform/environment.ts';
import { openLog } from '../start/log.ts';
import { openStorage, prepareStorage, type Storage, storageFromOutside } from '../start/storage.ts';

/** What a command works with. */
interface Bench {
  storage: Storage;
  settings: Settings;
  log: FastifyBaseLogger;
}

/** Runs a command on the server's database: beside the running server, or with a database started for it. */
export async function withStorage<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const settings = readEnvironment(process.env);
  // What a command has to say it says itself; the server's lines would be in the way.
  const log = openLog('silent');
  const storage = named((await running(settings)) ?? (await openStorage(settings, log)));
  try {
    return await work({ storage, settings, log });
  } finally {
    await storage.stop();
  }
}

/** The same with the schema brought up to date and a pool open. */
export const withDatabase = <T>(work: (bench: Bench & { db: Db }) => Promise<T>): Promise<T> =>
  withStorage(async (bench) => {
    await prepareStorage(bench.storage, bench.log);
    const parts = { ...bench.storage.parts, poolMin: 0 };
    const database = openDatabase(parts, bench.log);
    try {
      return await work({ ...bench, db: database.db });
    } finally {
      await database.close();
    }
  });

/** Told apart from the servers, in the list of connections. */
const named = (storage: Storage): Storage => ({
  ...storage,
  parts: { ...storage.parts, applicationName: 'monkey-tracker mt' },
});

/** The embedded database of a server that runs at this moment. */
async function running(settings: Settings): Promise<Storage | undefined> {
  if (settings.databaseFromOutside) return undefined;
  const connection = await attachEmbedded(resolve(settings.DATA_DIR));
  return connection && storageFromOutside({ ...settings.databaseDefaults, ...connection, ssl: 'disable' });
}
