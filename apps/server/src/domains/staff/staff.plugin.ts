import { readRosterUses, readStaff, replaceStaff } from '@monkey-tracker/contract/staff';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import * as service from './staff.service.ts';

export const staff: FastifyPluginAsync = async (app) => {
  const { read, change } = routes(app);

  read(readStaff, ({ db }) => service.readStaff(db));
  read(readRosterUses, async ({ db }) => ({ uses: await service.readUses(db) }));
  change(replaceStaff, ({ unit, body }) => service.replaceStaff(unit, body));
};
