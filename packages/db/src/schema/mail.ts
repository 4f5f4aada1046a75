import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, momentNow, primaryId } from './columns.ts';
import { users } from './users.ts';

/** Mail to send, and what became of it. Written in the transaction that causes it. */
export const mailJobs = pgTable(
  'mail_jobs',
  {
    id: primaryId(),
    kind: text('kind', { enum: ['invitation', 'password_reset', 'test'] }).notNull(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    recipient: text('recipient').notNull(),
    /** Subject and text, sealed, because a link in it signs in; gone once the mail is sent or given up. */
    content: text('content'),
    state: text('state', { enum: ['waiting', 'sent', 'dead'] })
      .notNull()
      .default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    failure: text('failure'),
    nextAttemptAt: momentNow('next_attempt_at'),
    /** Who sends it at this moment; a server that dies lets it go at `leased_until`. */
    lease: uuid('lease'),
    leasedUntil: moment('leased_until'),
    createdAt: momentNow('created_at'),
    settledAt: moment('settled_at'),
  },
  (table) => [
    index('mail_jobs_due_index')
      .on(table.nextAttemptAt)
      .where(sql`state = 'waiting'`),
    index('mail_jobs_created_at_index').on(table.createdAt),
  ],
);
