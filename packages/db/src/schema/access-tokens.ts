import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, momentNow, primaryId } from './columns.ts';
import { roleName, users } from './users.ts';

/** Keys for scripts, each with one role of its owner; kept as SHA-256. */
export const personalAccessTokens = pgTable(
  'personal_access_tokens',
  {
    id: primaryId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    role: roleName('role').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: momentNow('created_at'),
    /** Null: until it is revoked. */
    expiresAt: moment('expires_at'),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    uniqueIndex('personal_access_tokens_token_hash_key').on(table.tokenHash),
    index('personal_access_tokens_user_id_index').on(table.userId),
  ],
);
