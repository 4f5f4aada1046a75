import { pgTable, uuid } from 'drizzle-orm/pg-core';

/** The shows that the demo brought, live or archived: what a removal of the demo takes away, and nothing else. */
export const demoShows = pgTable('demo_shows', { showId: uuid('show_id').primaryKey() });
