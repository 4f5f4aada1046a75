import { archiveShow, deleteShow, restoreShow } from '@monkey-tracker/contract/archive';
import { createShow, listShows, readShow, updateShow } from '@monkey-tracker/contract/shows';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import { storageMetaOf } from '../../platform/storage.ts';
import { readSummary } from '../webhook/index.ts';
import { showNotFound } from './shows.errors.ts';
import * as lifecycle from './shows.lifecycle.service.ts';
import * as service from './shows.service.ts';
import { showTexts } from './shows.texts.ts';

export const shows: FastifyPluginAsync = async (app) => {
  const { readEncoded, change } = routes(app);
  const texts = showTexts(async (db) => {
    const storageMeta = storageMetaOf(app.database.parts);
    const head = { storage: storageMeta.label, storageMeta, webhook: await readSummary(db) };
    return `${JSON.stringify(head).slice(0, -1)},"shows":`;
  });

  readEncoded(listShows, ({ db, moment }) => texts.list(db, moment));
  readEncoded(readShow, async ({ db, moment, params }) => {
    const show = await texts.one(db, moment, params.id);
    if (!show) throw showNotFound();
    return show;
  });
  change(createShow, ({ unit, body }) => service.createShow(unit, body));
  change(updateShow, ({ unit, params, body, ifMatch }) =>
    service.updateShow(unit, params.id, { ...body, version: ifMatch ?? body.version }),
  );

  change(archiveShow, ({ unit, params }) => lifecycle.archiveShow(unit, params.id));
  change(deleteShow, ({ unit, params }) => lifecycle.deleteShow(unit, params.id));
  change(restoreShow, ({ unit, params }) => lifecycle.restoreShow(unit, params.id));
};
