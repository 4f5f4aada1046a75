import type { Config } from '@monkey-tracker/contract/config';
import type { Account } from '@monkey-tracker/contract/accounts';
import type { Db } from '@monkey-tracker/db/client';
import type { Passwords } from '../../platform/passwords.hashing.ts';
import type { Sealer } from '../../platform/sealing.ts';
import type { Post } from '../mail/index.ts';
import type { RefreshTokens } from './auth.tokens.ts';

/** How long a session lasts without use, and at most. */
export type SessionLimits = Config['sessions'];

/** What signing in works with: one for each request, because it knows who is at the other end. */
export interface Desk {
  db: Db;
  passwords: Passwords;
  sealer: Sealer;
  post: Post;
  tokens: RefreshTokens;
  /** What the environment says, which wins over the settings. */
  fixedLimits: Partial<SessionLimits>;
  address: string;
  userAgent: string;
  requestId: string;
}

/** An open session, as it is handed over: the token is in nobody else's hands. */
export interface Opened {
  user: Account;
  sessionId: string;
  refreshToken: string;
  limits: SessionLimits;
}
