import { listArchive } from '@monkey-tracker/contract/archive';
import { readRetention, updateRetention } from '@monkey-tracker/contract/retention';
import type { FastifyPluginAsync } from 'fastify';
import type { AppOptions } from '../../platform/http.ts';
import { routes } from '../../platform/routes.ts';
import * as service from './archive.service.ts';
import * as retention from './retention.service.ts';
import { startSweeper } from './sweeper.ts';

export const archive: FastifyPluginAsync<AppOptions> = async (app, { sweep = true }) => {
  const { read, change } = routes(app);

  read(listArchive, async ({ db }) => ({ shows: await service.listArchive(db) }));
  read(readRetention, ({ db }) => retention.readRetention(db));
  change(updateRetention, ({ unit, body }) => retention.pauseRetention(unit, body.paused));

  if (sweep) startSweeper(app);
};
