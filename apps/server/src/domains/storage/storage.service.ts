import type { Connection, ConnectionChange } from '@monkey-tracker/contract/connection';
import { type Database, openDatabase } from '@monkey-tracker/db/client';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import type { ExchangeableDatabase } from '@monkey-tracker/db/exchangeable';
import type { Log } from '@monkey-tracker/db/log';
import { probe } from '@monkey-tracker/db/probe';
import { ProbeFailure } from '@monkey-tracker/db/probe-failure';
import { partsOf, storeConnection } from '../../platform/app-config.ts';
import { inUnit, type Origin } from '../../platform/change.ts';
import type { Resolve } from '../../platform/egress.rules.ts';
import type { Settings } from '../../platform/environment.ts';
import { ensureDatabaseHost } from './addresses.ts';
import * as errors from './storage.errors.ts';
import { knowsUser } from './storage.queries.ts';

/** What exchanging the database works with. */
export interface Mover {
  database: ExchangeableDatabase;
  settings: Pick<Settings, 'DATA_DIR' | 'databaseSource' | 'databaseDefaults'>;
  log: Log;
  resolve?: Resolve;
}

/** A connection as people may read it. */
export const describe = ({ password, ...parts }: ConnectionParts): Connection => ({
  host: parts.host,
  port: parts.port,
  database: parts.database,
  user: parts.user,
  schema: parts.schema,
  ssl: parts.ssl,
  hasPassword: Boolean(password),
});

const isSame = (one: ConnectionParts, other: ConnectionParts) =>
  (['host', 'port', 'user', 'password', 'database', 'schema', 'ssl', 'sslCa'] as const).every(
    (part) => one[part] === other[part],
  );

/**
 * Works on another database from now on, for all that begins from here. It is tested before anything is stored or
 * changed; what fails leaves all as it was. What is running ends on the old one.
 */
export function createMoves({ database, settings, log, resolve }: Mover) {
  let moving = false;

  /** The parts that a change means; undefined where it is the database in use. */
  function wantedParts(change: ConnectionChange): ConnectionParts | undefined {
    const now = database.parts;
    const wanted = partsOf(change, settings.databaseDefaults);
    const sameDoor = wanted.host === now.host && wanted.port === now.port && wanted.user === now.user;
    if (change.password === undefined) {
      if (!sameDoor && now.password) throw errors.passwordNeeded();
      if (now.password) wanted.password = now.password;
      if (change.ssl === undefined && sameDoor) wanted.ssl = now.ssl;
    }
    return isSame(wanted, now) ? undefined : { ...wanted, clockOffset: now.clockOffset };
  }

  async function openTested(wanted: ConnectionParts): Promise<Database> {
    await ensureDatabaseHost(wanted.host, resolve);
    await probe(wanted).catch((error: unknown) => {
      if (!(error instanceof ProbeFailure)) throw error;
      log.warn({ part: error.part, reason: error.message }, '[storage] another database was refused');
      throw errors.connectionRefused(error.part, error.message);
    });
    return openDatabase(wanted, log);
  }

  async function exchange(wanted: ConnectionParts, origin: Origin, keep: () => Promise<void>): Promise<void> {
    const next = await openTested(wanted);
    try {
      const [before, after] = [describe(database.parts), describe(wanted)];
      // The last proof that it can be worked on; and its own log says who came from where.
      await inUnit(next.db, await knownThere(next, origin), async (unit) => {
        unit.record({ type: 'storage.exchanged', subjectId: null, before, after });
        await keep();
      });
    } catch (error) {
      await next.close();
      throw error;
    }
    database.exchange(next);
    const { host, port, database: name } = wanted;
    log.info({ host, port, database: name }, '[storage] PostgreSQL exchanged');
  }

  async function alone(work: () => Promise<void>): Promise<void> {
    if (moving) throw errors.exchangeRuns();
    moving = true;
    try {
      await work();
    } finally {
      moving = false;
    }
  }

  return {
    /** An administrator's choice: kept for the next start, unless the environment has the say. */
    async choose(change: ConnectionChange, origin: Origin): Promise<void> {
      const wanted = wantedParts(change);
      if (!wanted) return;
      if (settings.databaseSource === 'environment') throw errors.decidedOutside();
      await alone(() =>
        exchange(wanted, origin, () =>
          storeConnection(settings.DATA_DIR, { ...change, password: wanted.password, ssl: wanted.ssl }).catch(
            (error: unknown) => {
              log.error({ err: error }, '[storage] the choice of a database could not be stored');
              throw errors.notStored();
            },
          ),
        ),
      );
    },

    /** What another server chose, that shares our folder. */
    async follow(wanted: ConnectionParts): Promise<void> {
      if (isSame(wanted, database.parts)) return;
      await alone(() => exchange(wanted, { actorId: null, requestId: null }, async () => {}));
    },

    isRunning: () => moving,
  };
}
export type Moves = ReturnType<typeof createMoves>;

/** The people of another database may be others: then the log there names nobody. */
async function knownThere({ db }: Database, origin: Origin): Promise<Origin> {
  const known = origin.actorId !== null && (await knowsUser(db, origin.actorId));
  return known ? origin : { ...origin, actorId: null };
}
