import type { ImportReport, ImportSource } from '@monkey-tracker/contract/import';
import type { Db } from '@monkey-tracker/db/client';
import { Command } from 'commander';
import { importLegacy, readSource } from '../domains/import/index.ts';
import { ensureAgreed } from './agreement.ts';
import { withDatabase } from './database.ts';
import { reportText } from './import.report.ts';
import { answer, exitCodes, jsonOption } from './output.ts';
import { fromCaller } from './paths.ts';
import { withProgress } from './progress.ts';

interface Options {
  dryRun: boolean;
  yes: boolean;
  json: boolean;
  schema: string;
}

export const importCommand = new Command('import')
  .description("Take over the old software's data; running it twice changes nothing")
  .argument(
    '<source>',
    'folder with archive.json, shows.json, staff.json; one such file; a .sql dump; postgres://…',
  )
  .option('--dry-run', 'report what would happen, change nothing', false)
  .option('--yes', 'import although retention would purge some of it at once', false)
  .option(...jsonOption)
  .option('--schema <name>', 'schema of the old tables, for postgres://…', 'public')
  .addHelpText('after', '\nExit codes: 0 all is here now, 1 it failed, 2 some records were refused.')
  .action(async (where: string, options: Options) => {
    const isUrl = /^postgres(ql)?:\/\//.test(where);
    const source = await readSource(isUrl ? where : fromCaller(where), options);
    const report = await withDatabase(({ db }) => run(db, source, options));
    answer(options, report, reportText);
    if (report.refused.length > 0) process.exitCode = exitCodes.partly;
  });

async function run(db: Db, source: ImportSource, { dryRun, yes, json }: Options): Promise<ImportReport> {
  const origin = { db, actorId: null, requestId: null };
  const rehearsal = await withProgress({ what: 'Checking', unit: 'shows', quiet: json }, (onProgress) =>
    importLegacy(origin, source, { dryRun: true, onProgress }),
  );
  if (dryRun) return rehearsal;
  if (rehearsal.purgeDue > 0)
    await ensureAgreed({
      what:
        `${rehearsal.purgeDue} archived shows are past the retention: the server will purge them, keeping their daily totals. ` +
        'To keep them, set a longer retention in the settings first.',
      ask: 'Import anyway?',
      refusal: 'Nothing was imported.',
      yes,
    });
  return withProgress({ what: 'Importing', unit: 'shows', quiet: json }, (onProgress) =>
    importLegacy(origin, source, { onProgress }),
  );
}
