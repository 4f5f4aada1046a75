import type { SignedIn } from '@monkey-tracker/contract/auth';
import { refresh } from '@monkey-tracker/contract/auth';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { limitsOf } from '../../platform/session-limits.ts';
import { accessTokenSeconds } from '../../platform/access.ts';
import type { Desk, Opened } from './auth.desk.ts';
import { foreignOrigin } from './auth.errors.ts';
import { createRefreshTokens } from './auth.tokens.ts';

/** The HTTP side of signing in: who is at the other end, and the cookie that they carry. */
export function openDoor(app: FastifyInstance) {
  const { JWT_SECRET, PUBLIC_URL } = app.environment;
  const tokens = createRefreshTokens(JWT_SECRET);
  const fixedLimits = limitsOf(app.environment);
  const publicOrigin = PUBLIC_URL && new URL(PUBLIC_URL).origin;

  /** Plain http must work in a venue's own network, where no browser would keep a `Secure` cookie. */
  const cookieOf = (request: FastifyRequest) => {
    const secure = publicOrigin?.startsWith('https:') || request.protocol === 'https';
    return {
      name: secure ? '__Secure-monkey_tracker_refresh' : 'monkey_tracker_refresh',
      options: { path: refresh.path, httpOnly: true, sameSite: 'strict', secure } as const,
    };
  };

  return {
    deskOf: (request: FastifyRequest): Desk => ({
      db: request.db,
      passwords: app.passwords,
      sealer: app.sealer,
      post: app.mail,
      tokens,
      fixedLimits,
      address: request.ip,
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
      requestId: request.id,
    }),

    /** Gives the cookie and the access token of an open session. */
    handOver(
      request: FastifyRequest,
      reply: FastifyReply,
      { user, sessionId, refreshToken, limits }: Opened,
    ): SignedIn {
      const { name, options } = cookieOf(request);
      reply.setCookie(name, refreshToken, { ...options, maxAge: limits.maxHours * 3_600 });
      // A session is used when it is refreshed: with a short idle time that must happen before it is over.
      const expiresIn = Math.min(accessTokenSeconds, limits.idleMinutes * 30);
      return { accessToken: app.jwt.sign({ sub: user.id, sid: sessionId }, { expiresIn }), expiresIn, user };
    },

    presented: (request: FastifyRequest): string | undefined => request.cookies[cookieOf(request).name],

    takeCookie(request: FastifyRequest, reply: FastifyReply): void {
      const { name, options } = cookieOf(request);
      reply.clearCookie(name, options);
    },

    /** Browsers say from which page a request comes; another site's page has no business with the cookie. */
    ensureOwnPage(request: FastifyRequest): void {
      const { origin } = request.headers;
      if (origin === undefined || origin === publicOrigin) return;
      if (URL.parse(origin)?.host !== request.host.toLowerCase()) throw foreignOrigin();
    },
  };
}
