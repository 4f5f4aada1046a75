import type { Config } from '@monkey-tracker/contract/config';
import { readConfig, updateConfig } from '@monkey-tracker/contract/config';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import { noWebhook, storageMetaOf } from '../../platform/storage.ts';
import type { SharedSettings } from './config.queries.ts';
import * as service from './config.service.ts';

export const config: FastifyPluginAsync = async (app) => {
  const { read, change } = routes(app);
  const { HOST, PORT, database } = app.environment;

  const answer = (settings: SharedSettings, isAdmin: boolean): Config => ({
    ...settings,
    host: HOST,
    port: PORT,
    webhook: noWebhook,
    storageMeta: storageMetaOf(database),
    ...(isAdmin && {
      postgres: {
        host: database.host,
        port: database.port,
        database: database.database,
        user: database.user,
        schema: database.schema,
        ssl: database.ssl,
        hasPassword: Boolean(database.password),
      },
    }),
  });

  read(readConfig, async ({ db, caller }) =>
    answer(await service.readSettings(db), caller.roles.includes('admin')),
  );
  change(updateConfig, async ({ unit, body }) => answer(await service.updateSettings(unit, body), true));
};
