import { archiveShow, deleteShow, restoreShow } from '@monkey-tracker/contract/archive';
import { createShow, listShows, readShow, updateShow } from '@monkey-tracker/contract/shows';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import { storageMetaOf } from '../../platform/storage.ts';
import { readSummary } from '../webhook/index.ts';
import * as lifecycle from './shows.lifecycle.service.ts';
import * as service from './shows.service.ts';

export const shows: FastifyPluginAsync = async (app) => {
  const { read, change } = routes(app);
  const storageMeta = () => storageMetaOf(app.database.parts);

  read(listShows, async ({ db }) => ({
    storage: storageMeta().label,
    storageMeta: storageMeta(),
    webhook: await readSummary(db),
    shows: await service.listShows(db),
  }));
  read(readShow, ({ db, params }) => service.readShow(db, params.id));
  change(createShow, ({ unit, body }) => service.createShow(unit, body));
  change(updateShow, ({ unit, params, body, ifMatch }) =>
    service.updateShow(unit, params.id, { ...body, version: ifMatch ?? body.version }),
  );

  change(archiveShow, ({ unit, params }) => lifecycle.archiveShow(unit, params.id));
  change(deleteShow, ({ unit, params }) => lifecycle.deleteShow(unit, params.id));
  change(restoreShow, ({ unit, params }) => lifecycle.restoreShow(unit, params.id));
};
