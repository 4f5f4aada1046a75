import * as values from '@monkey-tracker/contract/values';
import { sql } from 'drizzle-orm';
import { check, doublePrecision, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { momentNow, primaryId } from './columns.ts';
import { shows } from './shows.ts';
import { tracked } from './tracked.ts';

export const yesNo = pgEnum('yes_no', values.yesNo);
export const yesNoOrEmpty = pgEnum('yes_no_or_empty', ['', ...values.yesNo]);
export const entryStatus = pgEnum('entry_status', values.statuses);
export const primaryIssue = pgEnum('primary_issue', ['', ...values.primaryIssues]);
export const severity = pgEnum('severity', ['', ...values.severities]);
export const rootCause = pgEnum('root_cause', ['', ...values.rootCauses]);
export const action = pgEnum('action', values.actions);

/** White space that JavaScript's `trim` removes and NFKC leaves. */
const blanks = String.raw`E' \t\n\u000b\f\r\u1680\u2028\u2029\ufeff'`;

/** Equal to `pilotKey` of the contract: ICU's rules, so that the database's own locale plays no part. */
const pilotKey = sql.raw(
  `nullif(lower(upper(btrim(normalize(operator, NFKC), ${blanks}) collate "und-x-icu")), '')`,
);

/** One pilot's line in one show. */
export const entries = pgTable(
  'entries',
  {
    id: primaryId(),
    showId: uuid('show_id')
      .notNull()
      .references(() => shows.id, { onDelete: 'cascade' }),
    ts: momentNow('ts'),
    unitId: text('unit_id').notNull(),
    planned: yesNo('planned').notNull(),
    launched: yesNo('launched').notNull(),
    status: entryStatus('status').notNull(),
    primaryIssue: primaryIssue('primary_issue').notNull().default(''),
    subIssue: text('sub_issue').notNull().default(''),
    otherDetail: text('other_detail').notNull().default(''),
    severity: severity('severity').notNull().default(''),
    rootCause: rootCause('root_cause').notNull().default(''),
    actions: action('actions').array().notNull().default([]),
    operator: text('operator').notNull(),
    pilotKey: text('pilot_key').notNull().generatedAlwaysAs(pilotKey),
    batteryId: text('battery_id').notNull().default(''),
    delaySec: doublePrecision('delay_sec'),
    commandRx: yesNoOrEmpty('command_rx').notNull().default(''),
    notes: text('notes').notNull().default(''),
    ...tracked(),
  },
  (table) => [
    unique('entries_show_id_pilot_key_key').on(table.showId, table.pilotKey),
    check('entries_delay_sec_check', sql`delay_sec >= 0 and delay_sec < 'infinity'`),
    check(
      'entries_status_check',
      sql`(launched = 'No') = (status = 'No-launch') and (planned = 'Yes' or launched = 'No')`,
    ),
    check('entries_issue_check', sql`status = 'Completed' or (primary_issue <> '' and severity <> '')`),
    check('entries_other_detail_check', sql`primary_issue <> 'Other' or other_detail <> ''`),
    check('entries_sub_issue_check', sql`sub_issue = '' or primary_issue <> ''`),
  ],
);
