import { pgEnum, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { momentNow, primaryId } from './columns.ts';

export const staffRole = pgEnum('staff_role', ['crew', 'pilot']);

export const staff = pgTable(
  'staff',
  {
    id: primaryId(),
    name: text('name').notNull(),
    role: staffRole('role').notNull(),
    createdAt: momentNow('created_at'),
  },
  (table) => [unique('staff_role_name_key').on(table.role, table.name)],
);

export const monkeyLeads = pgTable(
  'monkey_leads',
  {
    id: primaryId(),
    name: text('name').notNull(),
    createdAt: momentNow('created_at'),
  },
  (table) => [unique('monkey_leads_name_key').on(table.name)],
);
