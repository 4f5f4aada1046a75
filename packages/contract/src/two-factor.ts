import { z } from 'zod';
import { typedPassword } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { idOf } from './text.ts';

/** Six digits of an authenticator, or a recovery code; blanks and hyphens are as people type them. */
export const secondFactorCode = z
  .string({ error: (issue) => (issue.input === undefined ? 'Code is required' : undefined) })
  .max(40)
  .transform((text) => text.replace(/[\s-]/g, '').toUpperCase())
  .refine((code) => /^(\d{6}|[A-Z2-7]{16})$/.test(code), {
    message: 'Enter the six digits that your app shows, or a recovery code',
  });

const state = z.object({
  on: z.boolean(),
  /** Whether the venue asks it of this person. */
  required: z.boolean(),
  recoveryCodesLeft: z.int(),
});
export type TwoFactorState = z.output<typeof state>;

const proof = z.strictObject({ password: typedPassword, code: secondFactorCode });
const codes = z.object({ recoveryCodes: z.array(z.string()) });

export const readTwoFactor = endpoint({
  method: 'GET',
  path: '/api/auth/two-factor',
  access: 'self',
  summary: 'Whether a second factor is on',
  response: state,
});

export const beginTwoFactor = endpoint({
  method: 'POST',
  path: '/api/auth/two-factor/begin',
  access: 'self',
  summary: 'A new secret for an authenticator app; it counts once a code has confirmed it',
  body: z.strictObject({ password: typedPassword }),
  status: 201,
  response: z.object({ secret: z.string(), uri: z.string() }),
});

export const confirmTwoFactor = endpoint({
  method: 'POST',
  path: '/api/auth/two-factor/confirm',
  access: 'self',
  summary: 'Turn the second factor on with a first code; the answer holds the recovery codes, this once',
  body: z.strictObject({ code: secondFactorCode }),
  response: codes,
});

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/auth/two-factor/recovery-codes',
  access: 'self',
  summary: 'New recovery codes; the old ones no longer work',
  body: proof,
  response: codes,
});

export const disableTwoFactor = endpoint({
  method: 'POST',
  path: '/api/auth/two-factor/disable',
  access: 'self',
  summary: 'Turn the second factor off',
  body: proof,
  status: 204,
  response: z.void(),
});

export const removeTwoFactorOfUser = endpoint({
  method: 'DELETE',
  path: '/api/users/:id/two-factor',
  access: 'admin',
  summary: 'Remove the second factor of a user who has lost it; their sessions end',
  params: z.object({ id: idOf('User not found') }),
  status: 204,
  response: z.void(),
});
