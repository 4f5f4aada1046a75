import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { newSecret } from '../../platform/secrets.ts';

/** Makes refresh tokens and recognises those of a session, also ones that were used up long ago. */
export interface RefreshTokens {
  first(sessionId: string): string;
  /** With an attempt always the same one, so that a lost answer can be given again without keeping the token. */
  next(sessionId: string, presented: string, attempt: string | undefined): string;
  /** The session that a well-formed token names; `genuine` where we made it ourselves. */
  read(token: string): { sessionId: string; genuine: boolean } | undefined;
}

const form = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.[\w-]{43}\.([\w-]{43})$/;

/** @param secret the server's own; the keys are derived from it. */
export function createRefreshTokens(secret: string): RefreshTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'monkey tracker refresh tokens', 32));
  const mac = (...parts: string[]) => createHmac('sha256', key).update(parts.join('|')).digest('base64url');
  const sealed = (sessionId: string, value: string) =>
    `${sessionId}.${value}.${mac('seal', sessionId, value)}`;
  return {
    first: (sessionId) => sealed(sessionId, newSecret()),
    next: (sessionId, presented, attempt) =>
      sealed(sessionId, mac('next', sessionId, presented, attempt ?? newSecret())),
    read(token) {
      const [, sessionId, seal] = form.exec(token) ?? [];
      if (sessionId === undefined || seal === undefined) return undefined;
      const value = token.split('.')[1] ?? '';
      const expected = Buffer.from(mac('seal', sessionId, value));
      return { sessionId, genuine: timingSafeEqual(expected, Buffer.from(seal)) };
    },
  };
}
