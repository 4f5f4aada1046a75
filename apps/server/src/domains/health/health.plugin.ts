import { alive, health as healthEndpoint, ready } from '@monkey-tracker/contract/health';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import { storageMetaOf } from '../../platform/storage.ts';
import { readSummary } from '../webhook/index.ts';
import { leaving } from './health.errors.ts';
import * as service from './health.service.ts';

const well = { status: 'ok' } as const;

export const health: FastifyPluginAsync = async (app) => {
  const { read } = routes(app);
  const { database } = app;
  const ensureReady = service.readiness(database);
  const storageMeta = () => storageMetaOf(database.parts);

  read(alive, async () => well);
  read(ready, async () => {
    if (app.farewell.isLeaving()) throw leaving();
    await ensureReady();
    const exchange = app.storage.isRunning() ? ('running' as const) : ('none' as const);
    return { ...well, database: 'ok' as const, migrations: 'ok' as const, exchange };
  });
  read(healthEndpoint, async ({ db, caller }) => ({
    ...well,
    storage: storageMeta().label,
    storageMeta: storageMeta(),
    webhook: await readSummary(db),
    ...(caller?.roles.includes('admin') && {
      details: {
        ...(await service.readDetails(db, database, app.feed.listeners())),
        backups: await app.backups.state(),
      },
    }),
  }));
};
