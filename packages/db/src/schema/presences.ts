import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { momentNow } from './columns.ts';
import { users } from './users.ts';

/**
 * Who looks at which show, one row for each open page. Nothing here outlives a crash: the table is unlogged (the
 * migration says so), and a row nobody has refreshed for a while counts for nothing.
 */
export const presences = pgTable(
  'presences',
  {
    /** Made by the page; the same one opens its event stream. */
    clientId: uuid('client_id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    showId: uuid('show_id'),
    /** The pilot whose line is open for editing, as the page names them. */
    editing: text('editing'),
    seenAt: momentNow('seen_at'),
  },
  (table) => [index('presences_seen_at_index').on(table.seenAt)],
);
