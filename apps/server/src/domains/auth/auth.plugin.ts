import * as contract from '@monkey-tracker/contract/auth';
import type { FastifyPluginAsync } from 'fastify';
import { inUnit } from '../../platform/change.ts';
import { routes } from '../../platform/routes.ts';
import { readMe, updateMe } from './accounts.service.ts';
import { openDoor } from './auth.door.ts';
import { notSignedIn } from './auth.errors.ts';
import { acceptInvitation } from './invitations.service.ts';
import { changePassword } from './password.service.ts';
import { confirmReset, requestReset } from './password-reset.service.ts';
import { refresh } from './refresh.service.ts';
import { endOwnSession, endSessions, listSessions } from './sessions.service.ts';
import { completeSetup, readSetup } from './setup.service.ts';
import { signIn } from './sign-in.service.ts';

export const auth: FastifyPluginAsync = async (app) => {
  const { read, change, act } = routes(app);
  const { deskOf, handOver, presented, takeCookie, ensureOwnPage } = openDoor(app);

  read(contract.readSetup, ({ db }) => readSetup(db));
  act(contract.completeSetup, async ({ request, reply, body }) =>
    handOver(request, reply, await completeSetup(deskOf(request), body)),
  );

  act(contract.login, async ({ request, reply, body }) =>
    handOver(request, reply, await signIn(deskOf(request), body)),
  );
  act(contract.refresh, async ({ request, reply, body }) => {
    ensureOwnPage(request);
    const token = presented(request);
    if (token === undefined) throw notSignedIn();
    return handOver(request, reply, await refresh(deskOf(request), token, body?.attempt));
  });
  act(contract.logout, async ({ request, reply, caller: { userId, sessionId } }) => {
    takeCookie(request, reply);
    await inUnit(request.db, { actorId: userId, requestId: request.id }, (unit) =>
      endSessions(unit, { userId, only: sessionId }, 'signed_out'),
    );
  });

  read(contract.readMe, ({ db, caller }) => readMe(db, caller.userId));
  change(contract.updateMe, ({ unit, caller, body }) => updateMe(unit, caller.userId, body));
  act(contract.changePassword, ({ request, caller, body }) => changePassword(deskOf(request), caller, body));

  read(contract.listSessions, async ({ db, caller }) => ({ sessions: await listSessions(db, caller) }));
  change(contract.endSession, ({ unit, caller, params }) => endOwnSession(unit, caller.userId, params.id));

  act(contract.acceptInvitation, async ({ request, reply, body }) =>
    handOver(request, reply, await acceptInvitation(deskOf(request), body)),
  );
  act(contract.requestPasswordReset, ({ request, body }) => requestReset(deskOf(request), body));
  act(contract.confirmPasswordReset, ({ request, body }) => confirmReset(deskOf(request), body));
};
