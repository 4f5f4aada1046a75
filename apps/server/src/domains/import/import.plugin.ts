import { importLegacy } from '@monkey-tracker/contract/import';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import * as service from './import.service.ts';

/** Years of shows fit; anything larger goes through `mt import`. */
const bodyLimit = 64 * 1024 * 1024;

export const importing: FastifyPluginAsync = async (app) => {
  const { act } = routes(app);

  act(
    importLegacy,
    ({ body, query, caller, request }) =>
      service.importLegacy({ db: request.db, actorId: caller.userId, requestId: request.id }, body, query),
    { bodyLimit },
  );
};
