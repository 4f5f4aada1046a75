import { integer, uuid } from 'drizzle-orm/pg-core';
import { momentNow } from './columns.ts';
import { users } from './users.ts';

/** Version, times and people of a record: triggers raise `version` and `updated_at` at each change. */
export const tracked = () => ({
  version: integer('version').notNull().default(1),
  createdAt: momentNow('created_at'),
  updatedAt: momentNow('updated_at'),
  createdBy: uuid('created_by').references(() => users.id),
  updatedBy: uuid('updated_by').references(() => users.id),
});
