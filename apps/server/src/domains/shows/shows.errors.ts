import { Problem } from '../../platform/problem.ts';
import { refusedBy } from '../../platform/postgres-errors.ts';

export const showNotFound = () => new Problem(404, 'shows.not_found', 'Show not found');

const dayFull = () =>
  new Problem(409, 'shows.day_full', 'Daily show limit reached. Maximum of 5 shows per date.');

const idTaken = () => new Problem(409, 'shows.id_taken', 'A show with this id exists already');

/** Says in words which promise of the database a change would have broken. */
export function translateRefusal(error: unknown): never {
  const constraint = refusedBy(error);
  if (constraint === 'shows_day_slot_check' || constraint === 'shows_date_day_slot_key') throw dayFull();
  if (constraint === 'shows_pkey') throw idTaken();
  throw error;
}
