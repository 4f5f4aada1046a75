import { Problem } from '../../platform/problem.ts';

/** The part of the connection that failed, by its field. */
export const connectionRefused = (part: string, sentence: string) =>
  new Problem(409, 'storage.refused', `Nothing was changed. ${sentence}`, {
    errors: [{ path: `postgres.${part}`, message: sentence }],
  });

export const passwordNeeded = () =>
  connectionRefused('password', 'Give the password: the present one goes to its own host and account only.');

export const decidedOutside = () =>
  new Problem(
    409,
    'storage.from_environment',
    'The environment says where the database is (DATABASE_URL, PG… or POSTGRES_…). Change it there.',
  );

export const exchangeRuns = () =>
  new Problem(409, 'storage.busy', 'Another change of the database is being made. Try again in a moment.');

export const notStored = () =>
  new Problem(
    409,
    'storage.not_stored',
    'Nothing was changed. The server cannot write its settings file below DATA_DIR: see the log.',
  );
