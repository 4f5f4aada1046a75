import { announcePresence, endPresence } from '@monkey-tracker/contract/presence';
import type { FastifyPluginAsync } from 'fastify';
import { removePresence } from '../../platform/presence.queries.ts';
import { routes } from '../../platform/routes.ts';
import { announce } from './presence.service.ts';

/** Where people are. It is no change of the log: nothing of it is kept, told twice or put in the audit. */
export const presencePages: FastifyPluginAsync = async (app) => {
  const { act } = routes(app);

  act(announcePresence, async ({ params, body, caller, request }) => {
    await announce(request.db, { ...body, clientId: params.clientId, userId: caller.userId });
    app.presence.wake();
  });
  act(endPresence, async ({ params, caller, request }) => {
    await removePresence(request.db, params.clientId, caller.userId);
    app.presence.wake();
  });
};
