import type { ArchiveFilter } from '@monkey-tracker/contract/archive-metrics';
import { type SQL, sql } from 'drizzle-orm';

const all = (conditions: readonly (SQL | undefined)[]): SQL => {
  const given = conditions.filter((one) => one !== undefined);
  return given.length === 0 ? sql`true` : sql.join(given, sql` and `);
};
const where = (value: string | undefined, condition: (value: string) => SQL) =>
  value === undefined ? undefined : condition(value);

/** Rows of these dates; the totals of days answer it as well as the facts. */
export const inRange = ({ from, to }: Pick<ArchiveFilter, 'from' | 'to'>, table: SQL): SQL =>
  all([
    where(from, (date) => sql`${table}.show_date >= ${date}::date`),
    where(to, (date) => sql`${table}.show_date <= ${date}::date`),
  ]);

/** Whether a question is about all entries of its dates, so that totals can answer it. */
export const isUnfiltered = (filter: ArchiveFilter): boolean =>
  Object.values({ ...filter, from: undefined, to: undefined }).every((value) => value === undefined);

/** Entry facts `f` with the totals `s` of their shows, that a filter lets through. */
export const matching = (filter: ArchiveFilter): SQL => sql`
  archive_entry_facts f join archive_show_totals s on s.show_id = f.show_id and ${all([
    inRange(filter, sql`f`),
    where(filter.issue, (value) => sql`f.primary_issue = ${value}`),
    where(filter.severity, (value) => sql`f.severity = ${value}`),
    where(filter.unit, (value) => sql`f.unit_id = ${value}`),
    where(filter.operator, (value) => sql`f.operator = ${value}`),
    where(filter.lead, (value) => sql`s.lead_pilot = ${value}`),
    where(filter.monkeyLead, (value) => sql`s.monkey_lead = ${value}`),
    where(filter.label, (value) => sql`s.label = ${value}`),
  ])}`;
