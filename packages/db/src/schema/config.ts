import { unitLabels } from '@monkey-tracker/contract/values';
import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, momentNow } from './columns.ts';
import { users } from './users.ts';

export const unitLabel = pgEnum('unit_label', unitLabels);

/** The settings that all instances share: one row, made by the first migration. */
export const appConfig = pgTable(
  'app_config',
  {
    onlyRow: boolean('only_row').primaryKey().default(true),
    unitLabel: unitLabel('unit_label').notNull().default('Drone'),
    timeZone: text('time_zone').notNull().default('UTC'),
    archiveAfterHours: integer('archive_after_hours').notNull().default(24),
    retentionMonths: integer('retention_months').notNull().default(2),
    /** How long a session lasts without use, and at most; null: what the environment says. */
    sessionIdleMinutes: integer('session_idle_minutes'),
    sessionMaxHours: integer('session_max_hours'),
    adminsNeedTwoFactor: boolean('admins_need_two_factor').notNull().default(false),
    /** When a server first set this database up; null until its rosters are seeded. */
    provisionedAt: moment('provisioned_at'),
    lastSweepAt: moment('last_sweep_at'),
    purgeStopped: text('purge_stopped'),
    purgePausedAt: moment('purge_paused_at'),
    purgePausedBy: uuid('purge_paused_by').references(() => users.id),
    updatedAt: momentNow('updated_at'),
    updatedBy: uuid('updated_by').references(() => users.id),
  },
  () => [check('app_config_only_row_check', sql`only_row`)],
);
