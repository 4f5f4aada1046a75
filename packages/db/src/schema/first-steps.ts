import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { momentNow } from './columns.ts';
import { users } from './users.ts';

/** The steps of setting up a venue that a person has ticked off by hand. */
export const firstSteps = pgTable('first_steps', {
  step: text('step').primaryKey(),
  tickedBy: uuid('ticked_by').references(() => users.id, { onDelete: 'set null' }),
  tickedAt: momentNow('ticked_at'),
});
