import { z } from 'zod';
import { endpoint, roles } from './endpoint.ts';
import { idOf, required } from './text.ts';

/** What every personal access token begins with, so that one that leaked is found by a search. */
export const tokenPrefix = 'mt_pat_';

/** A person's key for a script; the key itself is told once, when it is made. Moments are epoch milliseconds. */
export const accessToken = z.object({
  id: z.uuid(),
  name: z.string(),
  /** What it may do at most; never more than its owner may at that moment. */
  role: z.enum(roles),
  createdAt: z.number(),
  /** Null: until it is revoked. */
  expiresAt: z.number().nullable(),
  lastUsedAt: z.number().nullable(),
});
export type AccessToken = z.output<typeof accessToken>;

const list = z.object({ tokens: z.array(accessToken) });
const tokenId = idOf('Token not found');

export const listAccessTokens = endpoint({
  method: 'GET',
  path: '/api/auth/tokens',
  access: 'self',
  summary: 'Own access tokens that still work, newest first',
  response: list,
});

export const createAccessToken = endpoint({
  method: 'POST',
  path: '/api/auth/tokens',
  access: 'self',
  summary: 'Make a token for a script; the answer holds it, this once',
  body: z.strictObject({
    name: required('Name is required', 100),
    role: z.enum(roles),
    /** Days until it stops working; absent: until it is revoked. */
    expiresInDays: z.int().min(1).max(366).optional(),
  }),
  status: 201,
  response: accessToken.extend({ token: z.string() }),
});

export const revokeAccessToken = endpoint({
  method: 'DELETE',
  path: '/api/auth/tokens/:id',
  access: 'self',
  summary: 'End one of the own tokens at once',
  params: z.object({ id: tokenId }),
  status: 204,
  response: z.void(),
});

export const listTokensOfUser = endpoint({
  method: 'GET',
  path: '/api/users/:id/tokens',
  access: 'admin',
  summary: "A user's access tokens that still work",
  params: z.object({ id: idOf('User not found') }),
  response: list,
});

export const revokeTokenOfUser = endpoint({
  method: 'DELETE',
  path: '/api/users/:id/tokens/:tokenId',
  access: 'admin',
  summary: "End one of a user's tokens at once",
  params: z.object({ id: idOf('User not found'), tokenId }),
  status: 204,
  response: z.void(),
});
