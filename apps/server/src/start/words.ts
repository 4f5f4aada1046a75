import { BackupError } from '@monkey-tracker/db/backup/manifest';
import { MigrationError } from '@monkey-tracker/db/migration-order';
import { ProvisionError } from '@monkey-tracker/db/provision';
import { SourceError } from '../domains/import/index.ts';
import { EnvironmentError } from '../platform/environment.ts';
import { loggedError } from '../platform/log.ts';
import { problemOfDatabase } from '../platform/postgres-errors.ts';
import { Problem } from '../platform/problem.ts';
import { StartFailure } from './failure.ts';

const foreseen = [
  BackupError,
  EnvironmentError,
  MigrationError,
  Problem,
  ProvisionError,
  SourceError,
  StartFailure,
];

/** What a person at a terminal should read of an error; only what nobody foresaw brings its stack. */
export function inWords(error: unknown): string {
  if (error instanceof Error && foreseen.some((kind) => error instanceof kind)) return error.message;
  const ofDatabase = problemOfDatabase(error);
  if (ofDatabase) return ofDatabase.message;
  return error instanceof Error ? loggedError(error).stack : String(error);
}
