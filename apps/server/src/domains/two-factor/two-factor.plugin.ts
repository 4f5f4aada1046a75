import * as contract from '@monkey-tracker/contract/two-factor';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { inUnit, type Unit } from '../../platform/change.ts';
import { routes } from '../../platform/routes.ts';
import * as throttle from '../../platform/throttle.ts';
import { endSessions } from '../auth/index.ts';
import * as service from './two-factor.service.ts';

/** None of these is repeatable under a key: the answers would be kept, and with them secrets. */
export const twoFactor: FastifyPluginAsync = async (app) => {
  const { read, act, change } = routes(app);
  const { sealer, passwords } = app;

  /** One transaction for a person who has proved who they are; then their earlier slips are forgotten. */
  async function proven<T>(
    request: FastifyRequest,
    userId: string,
    work: (unit: Unit) => Promise<T>,
  ): Promise<T> {
    const done = await inUnit(request.db, { actorId: userId, requestId: request.id }, work);
    await throttle.forget(request.db, 'second factor', userId);
    return done;
  }

  read(contract.readTwoFactor, ({ db, caller }) => service.readState(db, caller.userId));
  act(contract.beginTwoFactor, async ({ request, caller: { userId }, body }) => {
    await service.ensurePassword({ db: request.db, passwords }, userId, body.password);
    return proven(request, userId, (unit) => service.begin(unit, sealer, userId));
  });
  act(contract.confirmTwoFactor, async ({ request, caller: { userId }, body }) => {
    await throttle.attempt(request.db, 'second factor', userId);
    return proven(request, userId, (unit) => service.confirm(unit, sealer, userId, body.code));
  });
  act(contract.renewRecoveryCodes, async ({ request, caller: { userId }, body }) => {
    await service.ensurePassword({ db: request.db, passwords }, userId, body.password);
    return proven(request, userId, (unit) => service.renewCodes(unit, sealer, userId, body.code));
  });
  act(contract.disableTwoFactor, async ({ request, caller: { userId }, body }) => {
    await service.ensurePassword({ db: request.db, passwords }, userId, body.password);
    return proven(request, userId, (unit) => service.disable(unit, sealer, userId, body.code));
  });

  change(contract.removeTwoFactorOfUser, async ({ unit, params }) => {
    await service.removeTwoFactor(unit, params.id);
    await endSessions(unit, { userId: params.id }, 'ended_by_admin');
  });
};
