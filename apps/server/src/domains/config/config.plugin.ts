import { type Config, fixedSettings, readConfig, updateConfig } from '@monkey-tracker/contract/config';
import type { Db } from '@monkey-tracker/db/client';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import { limitsOf } from '../../platform/session-limits.ts';
import { storageMetaOf } from '../../platform/storage.ts';
import { describe } from '../storage/index.ts';
import { ensureReachable, readSummary, readWebhook } from '../webhook/index.ts';
import { postgresNotAlone } from './config.errors.ts';
import * as service from './config.service.ts';

export const config: FastifyPluginAsync = async (app) => {
  const { read, changeAfter } = routes(app);
  const { HOST, PORT, databaseSource } = app.environment;
  const fixed = limitsOf(app.environment);
  const decided: Record<(typeof fixedSettings)[number], boolean> = {
    postgres: databaseSource === 'environment',
    'sessions.idleMinutes': fixed.idleMinutes !== undefined,
    'sessions.maxHours': fixed.maxHours !== undefined,
  };

  const answer = async (db: Db): Promise<Config> => ({
    ...(await service.readSettings(db, fixed)),
    host: HOST,
    port: PORT,
    webhook: await readSummary(db),
    storageMeta: storageMetaOf(app.database.parts),
  });
  const answerToAdmin = async (db: Db): Promise<Config> => ({
    ...(await answer(db)),
    webhook: await readWebhook(db),
    postgres: describe(app.database.parts),
    readOnly: fixedSettings.filter((name) => decided[name]),
  });

  read(readConfig, ({ db, caller }) => (caller.roles.includes('admin') ? answerToAdmin(db) : answer(db)));
  changeAfter(updateConfig, async ({ body, caller }, { id }) => {
    const { postgres, ...settings } = body;
    if (postgres) {
      if (Object.keys(settings).length > 0) throw postgresNotAlone();
      await app.storage.choose(postgres, { actorId: caller.userId, requestId: id });
      return () => app.database.use(answerToAdmin);
    }
    await ensureReachable(app.egress, body.webhook?.url);
    return async ({ unit }) => {
      await service.updateSettings(unit, settings, { fixed, sealer: app.sealer });
      return answerToAdmin(unit.db);
    };
  });
};
