import { z } from 'zod';
import { roles } from './endpoint.ts';
import { required } from './text.ts';
import { unitLabels } from './values.ts';

export const email = z
  .string({ error: (issue) => (issue.input === undefined ? 'Email is required' : undefined) })
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ message: 'Email must look like name@example.org' }));

export const displayName = required('Display name is required', 100);

const utf8 = new TextEncoder();

/** A password as typed: nothing is trimmed; at most 1,024 bytes of UTF-8. */
export const typedPassword = z
  .string({ error: (issue) => (issue.input === undefined ? 'Password is required' : undefined) })
  .min(1, { message: 'Password is required' })
  .refine((value) => utf8.encode(value).length <= 1_024, { message: 'Use at most 1,024 bytes' });

/** A password somebody chooses; the server also refuses weak and common ones. */
export const newPassword = typedPassword.refine(
  (value) => value.length === 0 || Array.from(value).length >= 12,
  {
    message: 'Use at least 12 characters',
  },
);

/** The pages that can open first. */
export const views = ['today', 'archive', 'analytics', 'wall'] as const;

/** A person's own settings; what is not set follows the venue's configuration. */
export const settings = z.strictObject({
  unitLabel: z.enum(unitLabels).optional(),
  theme: z.enum(['dark', 'light', 'contrast']).optional(),
  /** Whether to be told when somebody else logs what did not complete. */
  notifications: z.boolean().optional(),
  /** The page that opens first; today's where absent. */
  defaultView: z.enum(views).optional(),
});
export type Settings = z.output<typeof settings>;

/** Somebody who signs in; an operator, who flies, is only a name on an entry. */
export const account = z.object({
  id: z.uuid(),
  email: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(roles)),
  settings,
});
export type Account = z.output<typeof account>;
