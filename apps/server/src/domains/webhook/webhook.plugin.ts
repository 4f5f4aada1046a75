import {
  listDeliveries,
  pauseWebhook,
  readDelivery,
  redeliver,
  resumeWebhook,
  testWebhook,
} from '@monkey-tracker/contract/webhook';
import type { FastifyPluginAsync } from 'fastify';
import type { AppOptions } from '../../platform/http.ts';
import { routes } from '../../platform/routes.ts';
import * as deliveries from './deliveries.service.ts';
import * as settings from './settings.service.ts';
import { startWorker } from './worker.ts';

export const webhook: FastifyPluginAsync<AppOptions> = async (app, { deliver = true }) => {
  const { read, change } = routes(app);

  change(testWebhook, ({ unit }) => deliveries.testWebhook(unit));
  change(pauseWebhook, ({ unit }) => settings.pauseWebhook(unit));
  change(resumeWebhook, ({ unit }) => settings.resumeWebhook(unit));

  read(listDeliveries, ({ db, query }) => deliveries.listDeliveries(db, query));
  read(readDelivery, ({ db, params }) => deliveries.readDelivery(db, params.id));
  change(redeliver, ({ unit, params }) => deliveries.redeliver(unit, params.id));

  if (deliver) startWorker(app);
};
