import { resolve } from 'node:path';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { startEmbedded } from '@monkey-tracker/db/embedded';
import { migrate } from '@monkey-tracker/db/migrate';
import { provision } from '@monkey-tracker/db/provision';
import type { FastifyBaseLogger } from 'fastify';
import type { Settings } from '../platform/environment.ts';
import { storageFailure } from './failure.ts';

/** A database that can be connected to, and how to let go of it. */
export interface Storage {
  parts: ConnectionParts;
  /** Where the data lies, for people. */
  place: string;
  /** Settles when an embedded server has ended; never for one from outside, which others look after. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** The database that the environment names, or else the embedded one in DATA_DIR, started. */
export async function openStorage(settings: Settings, log: FastifyBaseLogger): Promise<Storage> {
  const outside = settings.databaseFromOutside;
  if (outside) return storageFromOutside(outside);
  const folder = resolve(settings.DATA_DIR);
  const { connection, ended, stop } = await startEmbedded(folder, log).catch((error: unknown) => {
    throw storageFailure('The embedded PostgreSQL cannot start', error);
  });
  return {
    parts: { ...settings.databaseDefaults, ...connection, ssl: 'disable' },
    place: folder,
    ended,
    stop,
  };
}

/** A database that runs without us and goes on when we end. */
export function storageFromOutside(parts: ConnectionParts): Storage {
  const place = `PostgreSQL on ${parts.host}:${parts.port}, database ${parts.database}`;
  return { parts, place, ended: new Promise(() => undefined), stop: async () => undefined };
}

/** Makes the database and its schema where they are missing, and brings the schema to today's shape. */
export async function prepareStorage({ parts, place }: Storage, log: FastifyBaseLogger): Promise<void> {
  try {
    for (const made of await provision(parts)) log.info(`[storage] PostgreSQL provisioned: ${made}`);
    await migrate(parts, {
      onApplied: (name) => log.info(`[storage] PostgreSQL provisioned: migration ${name}`),
    });
  } catch (error) {
    throw storageFailure(`${place} cannot be used`, error);
  }
}
