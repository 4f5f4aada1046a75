import { createEntry, deleteEntry, updateEntry } from '@monkey-tracker/contract/entries';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import * as service from './entries.service.ts';

export const entries: FastifyPluginAsync = async (app) => {
  const { change } = routes(app);

  change(createEntry, ({ unit, params, body }) => service.createEntry(unit, params.id, body));
  change(updateEntry, ({ unit, params, body, ifMatch }) =>
    service.updateEntry(unit, params, { ...body, version: ifMatch ?? body.version }),
  );
  change(deleteEntry, ({ unit, params, ifMatch }) => service.deleteEntry(unit, params, ifMatch));
};
