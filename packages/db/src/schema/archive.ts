import { date, index, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Shows as they were when they left the log. A trigger refuses every change of a snapshot. */
export const showArchive = pgTable(
  'show_archive',
  {
    id: uuid('id').primaryKey(),
    data: jsonb('data').notNull(),
    showDate: date('show_date', { mode: 'string' }).notNull(),
    createdAt: moment('created_at').notNull(),
    archivedAt: moment('archived_at').notNull(),
    deletedAt: moment('deleted_at'),
  },
  (table) => [
    index('show_archive_archived_at_index').on(table.archivedAt.desc()),
    index('show_archive_created_at_index').on(table.createdAt),
    index('show_archive_show_date_index').on(table.showDate),
  ],
);
