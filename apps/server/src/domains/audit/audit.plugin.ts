import { listAudit, verifyAudit } from '@monkey-tracker/contract/audit';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import * as service from './audit.service.ts';

export const audit: FastifyPluginAsync = async (app) => {
  const { read } = routes(app);

  read(listAudit, ({ db, query }) => service.listAudit(db, query));
  read(verifyAudit, ({ db }) => service.verifyAudit(db));
};
