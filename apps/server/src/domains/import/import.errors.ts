import type { z } from 'zod';
import { databaseError } from '../../platform/postgres-errors.ts';

/** How many problems of one record are told; the rest is only counted. */
const told = 5;

/** What is wrong with a record: each field by its path, with the reason. */
export function wordsOf({ issues }: z.ZodError): string {
  const words = issues.slice(0, told).map((issue) => {
    const message =
      issue.code === 'unrecognized_keys' ? `Unknown field: ${issue.keys.join(', ')}` : issue.message;
    return issue.path.length > 0 ? `${issue.path.join('.')}: ${message}` : message;
  });
  if (issues.length > told) words.push(`and ${issues.length - told} more`);
  return words.join('; ');
}

export const standsTwice = (first: string) =>
  `id: The same id stands at ${first} already, with other content; that one was taken`;

export const purgedBefore =
  'Retention has purged this show here already; taking it again would count it twice in the daily totals';

const promises: Record<string, string> = {
  shows_day_slot_check: 'Daily show limit reached. Maximum of 5 shows per date.',
  shows_date_day_slot_key: 'Daily show limit reached. Maximum of 5 shows per date.',
  shows_pkey: 'id: A show with this id exists already',
  entries_show_id_pilot_key_key: 'entries: A pilot has two entries in this show',
  entries_pkey: 'entries: An entry with the same id exists in another show',
};

/** Which promise of the database a show would have broken. @throws whatever is no refusal of the record. */
export function reasonOfDatabase(error: unknown): string {
  const reported = databaseError(error);
  if (!reported?.code || !/^2[23]/.test(reported.code)) throw error;
  const known = reported.constraint ? promises[reported.constraint] : undefined;
  if (known) return known;
  return `The database refuses it${reported.constraint ? ` by its rule ${reported.constraint}` : ''}`;
}
