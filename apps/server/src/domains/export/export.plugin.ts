import { exportEntries, exportShow } from '@monkey-tracker/contract/export';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import * as service from './export.service.ts';

export const exporting: FastifyPluginAsync = async (app) => {
  const { download } = routes(app);

  download(exportEntries, ({ db, query }) => service.exportEntries(db, query));
  download(exportShow, ({ db, params, query }) => service.exportShow(db, params.id, query));
};
