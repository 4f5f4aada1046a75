import type { Config } from '@monkey-tracker/contract/config';
import { readConfig, updateConfig } from '@monkey-tracker/contract/config';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import { storageMetaOf } from '../../platform/storage.ts';
import { ensureReachable, readSummary, readWebhook } from '../webhook/index.ts';
import type { SharedSettings } from './config.queries.ts';
import * as service from './config.service.ts';

export const config: FastifyPluginAsync = async (app) => {
  const { read, changeAfter } = routes(app);
  const { HOST, PORT, database } = app.environment;

  const answer = (
    settings: SharedSettings,
    webhook: Config['webhook'],
    postgres?: Config['postgres'],
  ): Config => ({
    ...settings,
    host: HOST,
    port: PORT,
    webhook,
    storageMeta: storageMetaOf(database),
    ...(postgres && { postgres }),
  });
  const postgres: Config['postgres'] = {
    host: database.host,
    port: database.port,
    database: database.database,
    user: database.user,
    schema: database.schema,
    ssl: database.ssl,
    hasPassword: Boolean(database.password),
  };

  read(readConfig, async ({ db, caller }) => {
    const settings = await service.readSettings(db);
    if (!caller.roles.includes('admin')) return answer(settings, await readSummary(db));
    return answer(settings, await readWebhook(db), postgres);
  });
  changeAfter(updateConfig, async ({ body }) => {
    await ensureReachable(app.egress, body.webhook?.url);
    return async ({ unit }) => {
      const settings = await service.updateSettings(unit, body);
      return answer(settings, await readWebhook(unit.db), postgres);
    };
  });
};
