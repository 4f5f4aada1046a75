import { bigint, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, momentNow, primaryId } from './columns.ts';
import { users } from './users.ts';

/** The authenticator app of a user; it counts once a first code has confirmed it. */
export const userTotp = pgTable('user_totp', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Sealed with a key that is not in the database. */
  secret: text('secret').notNull(),
  createdAt: momentNow('created_at'),
  confirmedAt: moment('confirmed_at'),
  /** The 30-second step of the last code that was taken: a code is good once. */
  lastStep: bigint('last_step', { mode: 'number' }),
});

/** One-time codes for a lost authenticator, kept as SHA-256. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: primaryId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [uniqueIndex('recovery_codes_user_id_code_hash_key').on(table.userId, table.codeHash)],
);
