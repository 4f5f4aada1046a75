import type { Violation } from '@monkey-tracker/contract/entry-rules';
import { refusedBy } from '../../platform/postgres-errors.ts';
import { invalid, Problem } from '../../platform/problem.ts';

export const entryNotFound = () => new Problem(404, 'entries.not_found', 'Entry not found');

const pilotTaken = () => new Problem(409, 'entries.pilot_taken', 'Pilot already has an entry for this show.');

const idTaken = () => new Problem(409, 'entries.id_taken', 'An entry with this id exists already');

/** The rules of the contract, each with its field. */
export function refuseViolations(violations: Violation[]): void {
  if (violations.length === 0) return;
  throw invalid(violations.map(({ field, message }) => ({ path: field, message })));
}

/** Says in words which promise of the database a change would have broken. */
export function translateRefusal(error: unknown): never {
  const constraint = refusedBy(error);
  if (constraint === 'entries_show_id_pilot_key_key') throw pilotTaken();
  if (constraint === 'entries_pkey') throw idTaken();
  throw error;
}
