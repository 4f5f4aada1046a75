import type { EventType } from '@monkey-tracker/contract/events';
import { sql } from 'drizzle-orm';
import { bigint, boolean, check, customType, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { users } from './users.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * Every change, append-only. A trigger numbers rows without gaps in the order of their commits, by holding
 * the head row until the end of the transaction, and chains their hashes: insert here last.
 */
export const events = pgTable(
  'events',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: moment('at').notNull(),
    actorId: uuid('actor_id').references(() => users.id),
    type: text('type').$type<EventType>().notNull(),
    subjectId: text('subject_id'),
    showId: uuid('show_id'),
    before: jsonb('before'),
    after: jsonb('after'),
    requestId: text('request_id'),
    prevHash: bytea('prev_hash').notNull(),
    hash: bytea('hash').notNull(),
  },
  (table) => [
    index('events_show_id_index').on(table.showId, table.seq),
    index('events_subject_id_index').on(table.subjectId, table.seq),
    index('events_actor_id_index').on(table.actorId, table.seq),
    index('events_type_index').on(table.type, table.seq),
  ],
);

/** The newest event's number and hash: the row that every append locks. */
export const eventHead = pgTable(
  'event_head',
  {
    onlyRow: boolean('only_row').primaryKey().default(true),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: moment('at').notNull(),
    hash: bytea('hash').notNull(),
  },
  () => [check('event_head_only_row_check', sql`only_row`)],
);
