import { z } from 'zod';
import { account, displayName, email, newPassword } from './accounts.ts';
import { session } from './auth.ts';
import { endpoint, roles } from './endpoint.ts';
import { idOf } from './text.ts';

const heldRoles = z.array(z.enum(roles)).min(1, { message: 'Give at least one role' }).max(roles.length);

/** A user as administrators see them. Moments are epoch milliseconds. */
export const user = account.omit({ settings: true }).extend({
  disabled: z.boolean(),
  /** Whether they have still to choose their password. */
  invited: z.boolean(),
  createdAt: z.number(),
  lastSignInAt: z.number().nullable(),
  resetRequestedAt: z.number().nullable(),
});
export type User = z.output<typeof user>;

const params = z.object({ id: idOf('User not found') });

export const listUsers = endpoint({
  method: 'GET',
  path: '/api/users',
  access: 'admin',
  summary: 'All users, by display name',
  response: z.object({ users: z.array(user) }),
});

export const readUser = endpoint({
  method: 'GET',
  path: '/api/users/:id',
  access: 'admin',
  summary: 'One user',
  params,
  response: user,
});

export const createUser = endpoint({
  method: 'POST',
  path: '/api/users',
  access: 'admin',
  summary: 'Add a user',
  body: z.strictObject({ email, displayName, password: newPassword, roles: heldRoles }),
  status: 201,
  response: user,
});

/** The link where it was not mailed: it is told once and works once, until `expiresAt` (epoch milliseconds). */
const invitation = z.object({ url: z.string().nullable(), expiresAt: z.number() });

export const inviteUser = endpoint({
  method: 'POST',
  path: '/api/users/invitations',
  access: 'admin',
  summary: 'Add a user who chooses their password themselves; the link is mailed where the server can',
  body: z.strictObject({ email, displayName, roles: heldRoles }),
  status: 201,
  response: invitation.extend({ user }),
});

export const renewInvitation = endpoint({
  method: 'POST',
  path: '/api/users/:id/invitation',
  access: 'admin',
  summary: 'A new invitation in place of the last; `show` gives the link instead of mailing it',
  params,
  body: z.strictObject({ show: z.boolean().default(false) }),
  status: 201,
  response: invitation,
});

export const updateUser = endpoint({
  method: 'PATCH',
  path: '/api/users/:id',
  access: 'admin',
  summary: 'Change the named fields of a user',
  params,
  body: z.strictObject({
    email: email.optional(),
    displayName: displayName.optional(),
    roles: heldRoles.optional(),
    disabled: z.boolean().optional(),
  }),
  response: user,
});

export const deleteUser = endpoint({
  method: 'DELETE',
  path: '/api/users/:id',
  access: 'admin',
  summary: 'Remove a user; their sessions end, what they logged stays',
  params,
  status: 204,
  response: z.void(),
});

const ofUser = session.omit({ current: true });

export const listSessionsOfUser = endpoint({
  method: 'GET',
  path: '/api/users/:id/sessions',
  access: 'admin',
  summary: 'Where a user is signed in, last used first',
  params,
  response: z.object({ sessions: z.array(ofUser) }),
});

export const signOutUser = endpoint({
  method: 'POST',
  path: '/api/users/:id/sign-out',
  access: 'admin',
  summary: 'End all sessions of a user at once; their tokens stay',
  params,
  response: z.object({ ended: z.int() }),
});

/** The link is shown once and works once, until `expiresAt` (epoch milliseconds). */
export const createResetLink = endpoint({
  method: 'POST',
  path: '/api/users/:id/password-reset',
  access: 'admin',
  summary: 'Make a one-time link with which the user sets a new password',
  params,
  status: 201,
  response: z.object({ url: z.string(), expiresAt: z.number() }),
});
