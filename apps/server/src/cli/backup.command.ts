import { basename, join } from 'node:path';
import { verifyBackup } from '@monkey-tracker/db/backup/verify';
import { writeBackup } from '@monkey-tracker/db/backup/write';
import { Command } from 'commander';
import { backupPlan, describe, freeName } from '../domains/backups/index.ts';
import { storageFailure } from '../start/failure.ts';
import { withStorage } from './database.ts';
import { answer, exitCodes, jsonOption } from './output.ts';
import { fromCaller } from './paths.ts';
import { withProgress } from './progress.ts';

interface Options {
  json: boolean;
}

const verify = new Command('verify')
  .description('Read a whole backup and compare it with its checksums; needs no database')
  .argument('<folder>', 'the backup')
  .option(...jsonOption)
  .addHelpText('after', '\nExit codes: 0 it is whole, 1 it cannot be read, 3 something in it is damaged.')
  .action(async (folder: string, options: Options) => {
    const { manifest, problems } = await withProgress(
      { what: 'Reading', unit: 'tables', quiet: options.json },
      (onProgress) => verifyBackup(fromCaller(folder), onProgress),
    );
    const { createdAt, tables, events } = manifest;
    answer(options, { createdAt, tables: tables.length, events: events.count, problems }, ({ problems }) =>
      problems.length > 0
        ? problems.join('\n')
        : `The backup of ${new Date(createdAt).toISOString()} is whole: ${tables.length} tables, ${events.count} events.`,
    );
    if (problems.length > 0) process.exitCode = exitCodes.found;
  });

export const backupCommand = new Command('backup')
  .enablePositionalOptions()
  .description('Copy all data, as they are at one instant, into a new folder; people go on working')
  .option('--to <folder>', 'where the new folder is made; else BACKUP_DIR, else DATA_DIR/backups')
  .option(...jsonOption)
  .addHelpText(
    'after',
    '\nThe copy holds password hashes and sealed secrets. JWT_SECRET and PASSWORD_PEPPER are not in it: keep them too.' +
      '\nExit codes: 0 the backup is whole, 1 it failed.',
  )
  .action((options: Options & { to?: string }) =>
    withStorage(async ({ storage, settings }) => {
      const folder = options.to === undefined ? backupPlan(settings).folder : fromCaller(options.to);
      const path = join(folder, await freeName(folder, new Date(), false));
      await withProgress({ what: 'Copying', unit: 'tables', quiet: options.json }, (onProgress) =>
        writeBackup(storage.parts, path, onProgress),
      ).catch((error: unknown) => {
        throw storageFailure('The backup failed', error);
      });
      const made = await describe(folder, basename(path));
      answer(
        options,
        { path, ...made },
        ({ path, rows, bytes }) => `${path}\n${rows} rows, ${Math.ceil(bytes / 1024)} KiB.`,
      );
    }),
  )
  .addCommand(verify);
