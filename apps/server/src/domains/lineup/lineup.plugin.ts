import { readLineup } from '@monkey-tracker/contract/lineup';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import * as service from './lineup.service.ts';

export const lineup: FastifyPluginAsync = async (app) => {
  const { read } = routes(app);

  read(readLineup, ({ db }) => service.readLineup(db));
};
