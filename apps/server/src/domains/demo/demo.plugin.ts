import { fillDemo, readDemo, removeDemo } from '@monkey-tracker/contract/demo';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import * as service from './demo.service.ts';

export const demo: FastifyPluginAsync = async (app) => {
  const { read, change } = routes(app);

  read(readDemo, ({ db }) => service.readDemo(db));
  change(fillDemo, ({ unit }) => service.fillDemo(unit));
  change(removeDemo, ({ unit }) => service.removeDemo(unit));
};
