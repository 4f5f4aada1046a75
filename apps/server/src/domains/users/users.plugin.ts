import * as contract from '@monkey-tracker/contract/users';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { inUnit } from '../../platform/change.ts';
import { routes } from '../../platform/routes.ts';
import * as invitations from './invitations.service.ts';
import * as service from './users.service.ts';

export const users: FastifyPluginAsync = async (app) => {
  const { read, change, changeAfter, act } = routes(app);
  const { PUBLIC_URL } = app.environment;
  const originOf = (request: FastifyRequest) =>
    PUBLIC_URL?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`;

  read(contract.listUsers, async ({ db }) => ({ users: await service.listUsers(db) }));
  read(contract.readUser, ({ db, params }) => service.readUser(db, params.id));
  changeAfter(contract.createUser, async ({ body }) => {
    const add = await service.prepareUser(app.passwords, body);
    return ({ unit }) => add(unit);
  });
  change(contract.updateUser, ({ unit, params, body }) => service.updateUser(unit, params.id, body));
  read(contract.listSessionsOfUser, ({ db, params }) => service.listSessionsOfUser(db, params.id));
  change(contract.signOutUser, ({ unit, params }) => service.signOutUser(unit, params.id));
  change(contract.deleteUser, ({ unit, params }) => service.deleteUser(unit, params.id));
  // Not repeatable under a key: the answers would be kept, and with them the links.
  act(contract.inviteUser, ({ request, caller, body }) =>
    inUnit(request.db, { actorId: caller.userId, requestId: request.id }, (unit) =>
      invitations.inviteUser(unit, body, { post: app.mail, origin: originOf(request) }),
    ),
  );
  act(contract.renewInvitation, ({ request, caller, params, body }) =>
    inUnit(request.db, { actorId: caller.userId, requestId: request.id }, (unit) =>
      invitations.renewInvitation(unit, params.id, { post: app.mail, origin: originOf(request), ...body }),
    ),
  );
  act(contract.createResetLink, ({ request, caller, params }) =>
    inUnit(request.db, { actorId: caller.userId, requestId: request.id }, (unit) =>
      service.createResetLink(unit, params.id, originOf(request)),
    ),
  );
};
