import type { AddressInfo } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { buildApp } from '../app.ts';
import { createFirstAdmin, ensureSetupToken } from '../domains/auth/index.ts';
import type { Settings } from '../platform/environment.ts';
import { standardOutput } from '../platform/standard-output.ts';
import { addressesOf, banner } from './banner.ts';
import { listenFailure } from './failure.ts';
import { takeLegacySettings } from './legacy-settings.ts';
import { setUpOnce } from './first-set-up.ts';
import { openStorage, prepareStorage, type Storage } from './storage.ts';

type Closer = () => Promise<unknown>;

/**
 * Brings the server up, from the database to the greeting.
 * @param opened is told how to close each thing as soon as it is open.
 */
export async function start(settings: Settings, log: FastifyBaseLogger, opened: Closer[]): Promise<Storage> {
  const storage = await openStorage(settings, log);
  opened.push(() => storage.stop());
  await prepareStorage(storage, log);

  const app = await buildApp({ ...settings, database: storage.parts });
  opened.push(async () => {
    if (app.server.listening) await app.farewell.announce();
    await app.close();
  });
  const { host, port, database } = storage.parts;
  log.info(`[storage] PostgreSQL connection pool ready (host ${host}:${port}, database ${database})`);
  const timeZone = settings.TZ ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (await setUpOnce(app.database.db, timeZone, log))
    await takeLegacySettings({ db: app.database.db, sealer: app.sealer }, settings.DATA_DIR, log);
  await adminFromEnvironment(app, settings, log);
  const setupToken = await ensureSetupToken(app.database.db);

  await app.listen({ host: settings.HOST, port: settings.PORT }).catch((error: unknown) => {
    throw listenFailure(error, settings);
  });
  // Fastify listens on TCP here, never on a pipe.
  const addresses = addressesOf(settings, app.server.address() as AddressInfo);
  standardOutput.write(banner({ addresses, data: storage.place, setupToken }));
  return storage;
}

/** For installations that nobody watches start. */
async function adminFromEnvironment(
  { database: { db }, passwords }: FastifyInstance,
  { ADMIN_EMAIL, ADMIN_PASSWORD }: Settings,
  log: FastifyBaseLogger,
): Promise<void> {
  if (!ADMIN_EMAIL || !ADMIN_PASSWORD) return;
  const { made, weakness } = await createFirstAdmin(db, passwords, {
    email: ADMIN_EMAIL,
    password: ADMIN_PASSWORD,
  });
  if (made) log.info(`[auth] the administrator ${ADMIN_EMAIL} was made from ADMIN_EMAIL and ADMIN_PASSWORD`);
  if (weakness) log.warn(`[auth] ADMIN_PASSWORD is weak: ${weakness}`);
}
