import { BackupError } from '@monkey-tracker/db/backup/manifest';
import { EmbeddedInUse } from '@monkey-tracker/db/embedded';
import { MigrationError } from '@monkey-tracker/db/migration-order';
import { ProvisionError } from '@monkey-tracker/db/provision';
import { databaseError } from '../platform/postgres-errors.ts';

/** A reason not to run, in words for the person at the terminal: a stack does not help there. */
export class StartFailure extends Error {}

/** Why the storage is not to be had; errors that are sentences for people already say it alone. */
export function storageFailure(what: string, error: unknown): StartFailure {
  // A host with several addresses fails with one error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const message = first instanceof Error ? first.message : String(first);
  const inWords = sentences.some((kind) => first instanceof kind);
  const code = databaseError(first)?.code ?? '';
  const text = [`${what}: ${message}`, advice[code]].filter(Boolean).join('. ');
  return new StartFailure(inWords ? message : text, { cause: error });
}

const sentences = [BackupError, EmbeddedInUse, MigrationError, ProvisionError, StartFailure];

/** What to do where the database is not as far as a command needs it, by PostgreSQL's code. */
const advice: Record<string, string> = {
  '3D000': '`mt migrate` makes it',
  '42P01': 'Run `mt migrate` first',
  '42883': 'Run `mt migrate` first',
};

const reasons: Record<string, (where: string) => string> = {
  EADDRINUSE: (where) =>
    `${where} is taken: another program listens there, perhaps another Monkey Tracker. Stop it, or set PORT to a free one.`,
  EACCES: (where) => `${where} may not be used by this account. Set PORT to one above 1023.`,
  EADDRNOTAVAIL: (where) =>
    `${where} is no address of this machine. Set HOST to one of them, or to 0.0.0.0 for all.`,
  ENOTFOUND: (where) => `${where}: nobody knows this host. Set HOST to an address of this machine.`,
};

/** Why the server cannot listen. */
export function listenFailure(error: unknown, { HOST, PORT }: { HOST: string; PORT: number }): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons[code]?.(`${HOST}:${PORT}`);
  return reason === undefined ? error : new StartFailure(reason);
}
