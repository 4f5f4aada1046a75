import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, momentNow, primaryId } from './columns.ts';
import { users } from './users.ts';

/** One sign-in on one device: a family of refresh tokens, of which only hashes are kept. */
export const authSessions = pgTable(
  'auth_sessions',
  {
    id: primaryId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    refreshHash: text('refresh_hash').notNull(),
    /** The token that was rotated last, and the attempt that rotated it: a lost answer can be asked for again. */
    previousHash: text('previous_hash'),
    attemptHash: text('attempt_hash'),
    createdAt: momentNow('created_at'),
    lastUsedAt: momentNow('last_used_at'),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
    endReason: text('end_reason'),
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
  },
  (table) => [
    uniqueIndex('auth_sessions_refresh_hash_key').on(table.refreshHash),
    index('auth_sessions_user_id_index').on(table.userId),
  ],
);

/** How many sign-ins were tried lately, for an account or an address (hashed into `key`). */
export const signInThrottle = pgTable('sign_in_throttle', {
  key: text('key').primaryKey(),
  attempts: integer('attempts').notNull(),
  windowStartedAt: momentNow('window_started_at'),
});
