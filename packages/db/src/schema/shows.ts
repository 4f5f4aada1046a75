import { showsPerDay } from '@monkey-tracker/contract/values';
import { sql } from 'drizzle-orm';
import { check, date, pgTable, smallint, text, unique } from 'drizzle-orm/pg-core';
import { moment, primaryId } from './columns.ts';
import { tracked } from './tracked.ts';

/**
 * Shows that are not yet archived. `day_slot` is given by a trigger: the numbers 1 to 5 run out,
 * so that no race and no client can put a sixth show on a date.
 */
export const shows = pgTable(
  'shows',
  {
    id: primaryId(),
    date: date('date', { mode: 'string' }).notNull(),
    time: text('time').notNull(),
    label: text('label').notNull(),
    crew: text('crew').array().notNull().default([]),
    leadPilot: text('lead_pilot').notNull(),
    monkeyLead: text('monkey_lead').notNull(),
    notes: text('notes').notNull().default(''),
    daySlot: smallint('day_slot').notNull(),
    restoredAt: moment('restored_at'),
    ...tracked(),
  },
  (table) => [
    unique('shows_date_day_slot_key').on(table.date, table.daySlot),
    check('shows_day_slot_check', sql.raw(`day_slot between 1 and ${showsPerDay}`)),
    check('shows_time_check', sql`time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
    check('shows_label_check', sql`label <> ''`),
  ],
);
