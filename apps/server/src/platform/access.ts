import { allows } from '@monkey-tracker/contract/endpoint';
import jwt from '@fastify/jwt';
import type { FastifyRequest, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import { tokenPrefix } from '@monkey-tracker/contract/access-tokens';
import { findCaller, findTokenOwner, noteTokenUse, recallCaller } from './access.queries.ts';
import { type Moment, momentOf } from './freshness.ts';
import { hashOf } from './secrets.ts';
import type { Caller } from './caller.ts';
import { Problem } from './problem.ts';
import { type Claims, verifiedOnce } from './verified.ts';

/** Access tokens live this long, in seconds. */
export const accessTokenSeconds = 15 * 60;

const unauthenticated = () => new Problem(401, 'auth.required', 'Authentication required');
const secondFactorNeeded = () =>
  new Problem(
    403,
    'access.second_factor_needed',
    'The venue asks administrators for a second factor. Turn it on under your account.',
  );
const notByToken = () =>
  new Problem(403, 'access.token_not_allowed', 'An access token cannot do this. Sign in for it.');
const forbidden = () => new Problem(403, 'access.denied', 'Your role does not allow this');

/** Whether a request would change the caller's own account by way of the users: an administrator's rights reach there. */
function changesOwnAccount({ method, routeOptions, params }: FastifyRequest, { userId }: Caller): boolean {
  if (method === 'GET' || !routeOptions.url?.startsWith('/api/users/:id')) return false;
  const { id } = params as { id: string };
  return id.toLowerCase() === userId;
}

/**
 * Every route names its access, or the server does not boot; every request is judged before its body is read.
 */
export const access = fp(
  async (app) => {
    await app.register(jwt, {
      secret: app.environment.JWT_SECRET,
      sign: { algorithm: 'HS256', expiresIn: accessTokenSeconds },
      verify: { algorithms: ['HS256'] },
    });
    const claimsOf = verifiedOnce((token) => app.jwt.verify<Claims>(token));
    app.decorateRequest('caller', null);
    app.decorateRequest('moment', null);

    const declared: RouteOptions[] = [];
    app.addHook('onRoute', (route) => {
      declared.push(route);
    });
    app.addHook('onReady', async () => {
      const open = declared.filter((route) => route.config?.access === undefined);
      if (open.length > 0) {
        throw new Error(
          `Routes without access: ${open.map((route) => `${String(route.method)} ${route.url}`).join(', ')}`,
        );
      }
    });

    app.addHook('onRequest', async (request) => {
      const needed = request.routeOptions.config.access ?? 'public';
      request.caller = await callerOf(request);
      if (needed !== 'public' && request.caller === null) throw unauthenticated();
      if (!allows(needed, request.caller?.roles ?? null)) {
        throw request.caller?.lacksSecondFactor ? secondFactorNeeded() : forbidden();
      }
      if (request.caller?.byToken && (needed === 'self' || changesOwnAccount(request, request.caller)))
        throw notByToken();
    });

    async function ownerOf({ db }: FastifyRequest, token: string): Promise<Caller | null> {
      const owner = await findTokenOwner(db, { hash: hashOf(token) });
      // Nobody waits for this.
      if (owner)
        void app.database
          .use((db) => noteTokenUse(db, owner.sessionId))
          .catch((error: unknown) => app.log.debug({ err: error }, 'the use of a token was not noted'));
      return owner;
    }

    async function callerOf(request: FastifyRequest): Promise<Caller | null> {
      const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
      if (scheme?.toLowerCase() !== 'bearer' || token === undefined) return null;
      if (token.startsWith(tokenPrefix)) return ownerOf(request, token);
      try {
        const { sid } = claimsOf(token);
        // Whoever changes something changes the state: to ask for it first would be one question too many.
        if (request.method !== 'GET') return await findCaller(request.db, sid);
        request.moment = await momentOf(request.db);
        return await recallCaller(request.db, request.moment, sid);
      } catch (error) {
        // A bad or expired token is nobody; a database that is away is not.
        if (error instanceof Error && 'code' in error && String(error.code).startsWith('FAST_JWT_'))
          return null;
        if (error instanceof Error && 'code' in error && String(error.code).startsWith('FST_JWT_'))
          return null;
        throw error;
      }
    }
  },
  { name: 'access', dependencies: ['database'] },
);

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
    /** When a reading began, as the database sees it; null where nobody needed to know yet. */
    moment: Moment | null;
  }
}
