import { readDelays } from '@monkey-tracker/contract/archive-delays';
import { listArchivedShows, readArchivedShow } from '@monkey-tracker/contract/archive-list';
import { compareArchive, readCalendar, readMetrics } from '@monkey-tracker/contract/archive-metrics';
import { readPareto } from '@monkey-tracker/contract/archive-pareto';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import * as distribution from './distribution.service.ts';
import * as listing from './listing.service.ts';
import * as service from './metrics.service.ts';

export const metrics: FastifyPluginAsync = async (app) => {
  const { read } = routes(app);

  read(readMetrics, ({ db, query }) => service.readMetrics(db, query));
  read(readCalendar, ({ db, query }) => service.readCalendar(db, query));
  read(compareArchive, ({ db, query }) => service.compare(db, query));
  read(readPareto, ({ db, query }) => distribution.readPareto(db, query));
  read(listArchivedShows, ({ db, query }) => listing.listShows(db, query));
  read(readArchivedShow, ({ db, params }) => listing.readShow(db, params.id));
  read(readDelays, ({ db, query }) => distribution.readDelays(db, query));
};
