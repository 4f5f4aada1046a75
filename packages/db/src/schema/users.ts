import { roles as roleNames } from '@monkey-tracker/contract/endpoint';
import type { Settings } from '@monkey-tracker/contract/accounts';
import { sql } from 'drizzle-orm';
import { index, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, momentNow, primaryId } from './columns.ts';

export const roleName = pgEnum('role_name', roleNames);
export const tokenPurpose = pgEnum('token_purpose', ['setup', 'password_reset', 'invitation']);

/** People who sign in. A removed user's row stays, because what they logged names them. */
export const users = pgTable(
  'users',
  {
    id: primaryId(),
    email: text('email').notNull(),
    displayName: text('display_name').notNull(),
    /** Null until the invitation is accepted. */
    passwordHash: text('password_hash'),
    createdAt: momentNow('created_at'),
    disabledAt: moment('disabled_at'),
    deletedAt: moment('deleted_at'),
    lastSignInAt: moment('last_sign_in_at'),
    resetRequestedAt: moment('reset_requested_at'),
  },
  (table) => [
    uniqueIndex('users_email_key')
      .on(table.email)
      .where(sql`deleted_at is null`),
  ],
);

export const roles = pgTable('roles', {
  name: roleName('name').primaryKey(),
  description: text('description').notNull(),
});

export const userRoles = pgTable(
  'user_roles',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: roleName('role')
      .notNull()
      .references(() => roles.name),
  },
  (table) => [primaryKey({ columns: [table.userId, table.role] })],
);

export const userSettings = pgTable('user_settings', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  settings: jsonb('settings').$type<Settings>().notNull().default({}),
});

/** One-time secrets, kept as SHA-256; the setup token belongs to nobody yet. */
export const userTokens = pgTable(
  'user_tokens',
  {
    id: primaryId(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    purpose: tokenPurpose('purpose').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: momentNow('created_at'),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('user_tokens_token_hash_key').on(table.tokenHash),
    index('user_tokens_user_id_index').on(table.userId),
  ],
);
