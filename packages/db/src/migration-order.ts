import type { AppliedRow } from './journal.ts';
import type { MigrationFile } from './migration-files.ts';

/** A migration that cannot be applied, or a database that does not fit this program: one sentence for people. */
export class MigrationError extends Error {}

/**
 * What is still to be applied, once what was applied has been found unchanged and in order. A newer database fits as long
 * as none of its further migrations needs a program that knows more: this is what lets releases roll out one by one.
 * @throws MigrationError
 */
export function pendingOf(files: MigrationFile[], applied: AppliedRow[]): MigrationFile[] {
  const known = new Set(files.map(({ hash }) => hash));
  for (const [place, row] of applied.entries()) {
    const file = files[place];
    if (file?.hash === row.hash) continue;
    const elsewhere = files.find(({ hash }) => hash === row.hash);
    if (elsewhere)
      throw new MigrationError(
        `Migration ${elsewhere.name} was applied in another order than the files have.`,
      );
    if (file)
      throw new MigrationError(`Migration ${file.name} was changed after it was applied. Restore the file.`);
    if (row.needs_hash !== null && !known.has(row.needs_hash))
      throw new MigrationError(
        'The database is newer than this program, and no longer fits it. Start a newer release.',
      );
  }
  return files.slice(applied.length);
}
