import { dismissFirstSteps, readFirstSteps, tickFirstStep } from '@monkey-tracker/contract/first-steps';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import * as service from './first-steps.service.ts';

export const firstSteps: FastifyPluginAsync = async (app) => {
  const { read, change } = routes(app);

  read(readFirstSteps, ({ db }) => service.readFirstSteps(db));
  change(dismissFirstSteps, ({ unit, body }) => service.setMark(unit, 'dismissed', body.dismissed));
  change(tickFirstStep, ({ unit, params, body }) => service.setMark(unit, params.step, body.ticked));
};
