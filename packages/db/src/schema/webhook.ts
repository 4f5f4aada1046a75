import type { WebhookHeader } from '@monkey-tracker/contract/webhook-settings';
import { deliveryStates, webhookEvents } from '@monkey-tracker/contract/webhook';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, momentNow, primaryId } from './columns.ts';
import { users } from './users.ts';

/** Where and how the webhook sends: one row, made by the migration. */
export const webhookSettings = pgTable(
  'webhook_settings',
  {
    onlyRow: boolean('only_row').primaryKey().default(true),
    url: text('url').notNull().default(''),
    method: text('method').notNull().default('POST'),
    enabled: boolean('enabled').notNull().default(false),
    headers: jsonb('headers').$type<WebhookHeader[]>().notNull().default([]),
    secret: text('secret'),
    previousSecret: text('previous_secret'),
    previousSecretUntil: moment('previous_secret_until'),
    pausedReason: text('paused_reason'),
    /** A receiver asked for silence until then. */
    heldUntil: moment('held_until'),
    updatedAt: momentNow('updated_at'),
    updatedBy: uuid('updated_by').references(() => users.id),
  },
  () => [
    check('webhook_settings_only_row_check', sql`only_row`),
    check('webhook_settings_enabled_check', sql`not enabled or url <> ''`),
  ],
);

/** What is to be sent and what was: the queue and its log are the same rows. A trigger on the event log fills it. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: primaryId(),
    /** The order of making, in which an entry's deliveries are sent. */
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    event: text('event', { enum: webhookEvents }).notNull(),
    /** The event of the log that it tells; null for a test. */
    eventSeq: bigint('event_seq', { mode: 'number' }),
    showId: uuid('show_id'),
    entryId: uuid('entry_id'),
    /** Show and entry as they were then; `json` keeps the order of the fields. */
    content: json('content').notNull(),
    state: text('state', { enum: deliveryStates }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** Attempts that failed since it was made or redelivered: they decide the next pause. */
    failures: integer('failures').notNull().default(0),
    nextAttemptAt: momentNow('next_attempt_at'),
    /** Who sends it at this moment; a server that dies lets it go at `leased_until`. */
    lease: uuid('lease'),
    leasedUntil: moment('leased_until'),
    createdAt: momentNow('created_at'),
  },
  (table) => [
    index('webhook_deliveries_seq_index').on(table.seq),
    index('webhook_deliveries_due_index')
      .on(table.nextAttemptAt)
      .where(sql`state = 'waiting'`),
    index('webhook_deliveries_entry_index')
      .on(table.entryId, table.seq)
      .where(sql`state = 'waiting'`),
    index('webhook_deliveries_settled_index')
      .on(table.createdAt)
      .where(sql`state <> 'waiting'`),
  ],
);

/** Each try to send, with what was asked and answered; secrets were taken out before. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    id: primaryId(),
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    at: moment('at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    method: text('method').notNull(),
    url: text('url').notNull(),
    headers: jsonb('headers').$type<WebhookHeader[]>().notNull(),
    status: integer('status'),
    failure: text('failure'),
    answer: text('answer').notNull(),
  },
  (table) => [
    index('webhook_attempts_delivery_index').on(table.deliveryId, table.number),
    index('webhook_attempts_failed_index')
      .on(table.at)
      .where(sql`failure is not null`),
    index('webhook_attempts_succeeded_index')
      .on(table.at)
      .where(sql`failure is null`),
  ],
);
