import { listArchive } from '@monkey-tracker/contract/archive';
import type { FastifyPluginAsync } from 'fastify';
import type { AppOptions } from '../../platform/http.ts';
import { routes } from '../../platform/routes.ts';
import * as service from './archive.service.ts';
import { startSweeper } from './sweeper.ts';

export const archive: FastifyPluginAsync<AppOptions> = async (app, { sweep = true }) => {
  const { read } = routes(app);

  read(listArchive, async ({ db }) => ({ shows: await service.listArchive(db) }));

  if (sweep) startSweeper(app);
};
