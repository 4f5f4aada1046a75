import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { momentNow } from './columns.ts';
import { users } from './users.ts';

/** The first answer to a request that carried an Idempotency-Key; kept for 30 days. */
export const idempotencyRecords = pgTable(
  'idempotency_records',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    key: text('key').notNull(),
    /** SHA-256 of method, URL and body: another request under the same key is refused. */
    fingerprint: text('fingerprint').notNull(),
    status: integer('status'),
    body: text('body'),
    createdAt: momentNow('created_at'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.key] }),
    index('idempotency_records_created_at_index').on(table.createdAt),
  ],
);
