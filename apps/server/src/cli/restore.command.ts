import { basename } from 'node:path';
import { type Restored, restoreBackup } from '@monkey-tracker/db/backup/restore';
import { Command } from 'commander';
import { settleRestored } from '../domains/backups/index.ts';
import { storageFailure } from '../start/failure.ts';
import { ensureAgreed } from './agreement.ts';
import { withStorage } from './database.ts';
import { answer, jsonOption } from './output.ts';
import { fromCaller } from './paths.ts';
import { withProgress } from './progress.ts';

interface Options {
  replace: boolean;
  yes: boolean;
  json: boolean;
}

export const restoreCommand = new Command('restore')
  .description('Bring a backup back; the servers have to be stopped')
  .argument('<folder>', 'the backup')
  .option('--replace', 'put data that are there aside, into a schema of their own', false)
  .option('--yes', 'do not ask before data are put aside', false)
  .option(...jsonOption)
  .addHelpText(
    'after',
    '\nEverything is loaded and proven aside first: until the last step the database stays as it was.' +
      '\nAll sessions end, one-time links are void, and the webhook is paused.' +
      '\nExit codes: 0 it is restored, 1 it failed or was refused, and nothing changed.',
  )
  .action((given: string, options: Options) =>
    withStorage(async ({ storage: { parts, place } }) => {
      const folder = fromCaller(given);
      if (options.replace)
        await ensureAgreed({
          what: `The data of ${place} will be put aside, and those of ${basename(folder)} take their place.`,
          ask: 'Restore?',
          refusal: 'Nothing was restored.',
          yes: options.yes,
        });
      const restored = await withProgress(
        { what: 'Restoring', unit: 'tables', quiet: options.json },
        (onProgress) =>
          restoreBackup(parts, folder, {
            replace: options.replace,
            onProgress,
            settle: (aside) => settleRestored(aside, basename(folder)),
          }),
      ).catch((error: unknown) => {
        throw storageFailure('Nothing was restored', error);
      });
      const { manifest, upgraded, former } = restored;
      answer(
        options,
        { tables: manifest.tables.length, events: manifest.events.count, upgraded, former },
        () => told(restored),
      );
    }),
  );

function told({ manifest: { createdAt, tables, events }, upgraded, former }: Restored): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    `Restored as of ${new Date(createdAt).toISOString()}: ${rows} rows in ${tables.length} tables, equal to the backup.`,
    `The chain of ${events.count} events is whole. All sessions have ended.`,
    ...(upgraded.length > 0 ? [`Upgraded by ${upgraded.length} migrations.`] : []),
    ...(former
      ? [`The former data are in the schema ${former}. When sure: drop schema ${former} cascade`]
      : []),
  ].join('\n');
}
