import * as contract from '@monkey-tracker/contract/access-tokens';
import type { FastifyPluginAsync } from 'fastify';
import { inUnit } from '../../platform/change.ts';
import { routes } from '../../platform/routes.ts';
import * as service from './access-tokens.service.ts';

export const accessTokens: FastifyPluginAsync = async (app) => {
  const { read, change, act } = routes(app);

  read(contract.listAccessTokens, ({ db, caller }) => service.listTokens(db, caller.userId));
  // Not repeatable under a key: the answer would be kept, and with it the token.
  act(contract.createAccessToken, ({ request, caller, body }) =>
    inUnit(request.db, { actorId: caller.userId, requestId: request.id }, (unit) =>
      service.createToken(unit, caller, body),
    ),
  );
  change(contract.revokeAccessToken, ({ unit, caller, params }) =>
    service.revokeToken(unit, caller.userId, params.id),
  );

  read(contract.listTokensOfUser, ({ db, params }) => service.listTokensOfUser(db, params.id));
  change(contract.revokeTokenOfUser, ({ unit, params }) =>
    service.revokeToken(unit, params.id, params.tokenId),
  );
};
