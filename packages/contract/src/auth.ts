import { z } from 'zod';
import { account, displayName, email, newPassword, settings, typedPassword } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { id, idOf } from './text.ts';
import { secondFactorCode } from './two-factor.ts';

/** A signed-in session's short pass; `expiresIn` counts seconds. The refresh cookie comes beside it. */
export const signedIn = z.object({ accessToken: z.string(), expiresIn: z.int(), user: account });
export type SignedIn = z.output<typeof signedIn>;

const secretToken = z.string().trim().min(1, { message: 'Token is required' }).max(200);
const nothing = z.void();

export const readSetup = endpoint({
  method: 'GET',
  path: '/api/auth/setup',
  access: 'public',
  summary: 'Whether the first administrator is still to be made',
  response: z.object({ needed: z.boolean() }),
});

export const completeSetup = endpoint({
  method: 'POST',
  path: '/api/auth/setup',
  access: 'public',
  summary: 'Make the first administrator with the one-time token from the start-up log',
  body: z.strictObject({ token: secretToken, email, displayName, password: newPassword }),
  status: 201,
  response: signedIn,
});

export const login = endpoint({
  method: 'POST',
  path: '/api/auth/login',
  access: 'public',
  summary: 'Sign in',
  body: z.strictObject({
    email: z.string().trim().toLowerCase().max(254),
    password: typedPassword,
    /** Where the second factor is on: without it the answer is 401 with `auth.second_factor_required`. */
    code: secondFactorCode.optional(),
  }),
  response: signedIn,
});

/** `attempt` is made by the client for one try: a repeat of the same try gets the same answer. */
export const refresh = endpoint({
  method: 'POST',
  path: '/api/auth/refresh',
  access: 'public',
  summary: 'Rotate the refresh cookie and get a new access token',
  body: z.strictObject({ attempt: id.optional() }).nullish(),
  response: signedIn,
});

export const logout = endpoint({
  method: 'POST',
  path: '/api/auth/logout',
  access: 'self',
  summary: 'End this session',
  status: 204,
  response: nothing,
});

export const readMe = endpoint({
  method: 'GET',
  path: '/api/auth/me',
  access: 'self',
  summary: 'Own account',
  response: account,
});

export const updateMe = endpoint({
  method: 'PATCH',
  path: '/api/auth/me',
  access: 'self',
  summary: 'Change own name and settings',
  body: z.strictObject({ displayName: displayName.optional(), settings: settings.optional() }),
  response: account,
});

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/auth/password',
  access: 'self',
  summary: 'Change own password; all other sessions end',
  body: z.strictObject({ currentPassword: typedPassword, password: newPassword }),
  status: 204,
  response: nothing,
});

export const session = z.object({
  id: z.uuid(),
  createdAt: z.number(),
  lastUsedAt: z.number(),
  expiresAt: z.number(),
  address: z.string(),
  userAgent: z.string(),
  current: z.boolean(),
});
export type Session = z.output<typeof session>;

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/auth/sessions',
  access: 'self',
  summary: 'Own sessions that are still open, last used first',
  response: z.object({ sessions: z.array(session) }),
});

export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/auth/sessions/:id',
  access: 'self',
  summary: 'End one of the own sessions',
  params: z.object({ id: idOf('Session not found') }),
  status: 204,
  response: nothing,
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/auth/invitations/accept',
  access: 'public',
  summary: 'Choose a password with an invitation, and sign in',
  body: z.strictObject({ token: secretToken, password: newPassword, displayName: displayName.optional() }),
  response: signedIn,
});

export const requestPasswordReset = endpoint({
  method: 'POST',
  path: '/api/auth/password-reset',
  access: 'public',
  summary: 'Ask for a new password; the answer never tells whether the account exists',
  body: z.strictObject({ email: z.string().trim().toLowerCase().max(254) }),
  status: 202,
  response: nothing,
});

export const confirmPasswordReset = endpoint({
  method: 'POST',
  path: '/api/auth/password-reset/confirm',
  access: 'public',
  summary: 'Set a new password with a reset token; all sessions end',
  body: z.strictObject({ token: secretToken, password: newPassword }),
  status: 204,
  response: nothing,
});
