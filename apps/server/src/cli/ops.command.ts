import { withClient } from '@monkey-tracker/db/single-client';
import { Command } from 'commander';
import { backupPlan, listBackupFiles } from '../domains/backups/index.ts';
import type { Settings } from '../platform/environment.ts';
import { storageFailure } from '../start/failure.ts';
import { withStorage } from './database.ts';
import { lists } from './ops/lists.ts';
import { type Answered, ask } from './ops/section.ts';
import { answer, columns, exitCodes, jsonOption } from './output.ts';

function told({ title, hint, rows, failure }: Answered): string {
  const [first] = rows;
  const table = first ? columns([Object.keys(first), ...rows.map((row) => Object.values(row))]) : 'nothing';
  const body = failure === undefined ? table : `not answered: ${failure}`;
  return `${title}\n${body.replaceAll(/^/gm, '  ')}\n  (${hint})`;
}

async function backupsOf(settings: Settings): Promise<Answered> {
  const made = await listBackupFiles(backupPlan(settings).folder);
  return {
    title: 'Backups',
    hint: 'The newest should be of the last day. A backup that nobody has restored yet is a hope.',
    rows: made.slice(0, 7).map(({ name, createdAt, rows, bytes }) => ({
      made: new Date(createdAt).toISOString(),
      name,
      rows: String(rows),
      bytes: String(bytes),
    })),
  };
}

export const opsCommand = new Command('ops').description(
  'Look inside the database; each list changes nothing',
);

for (const [name, { description, sections }] of Object.entries(lists)) {
  opsCommand.addCommand(
    new Command(name)
      .description(description)
      .option(...jsonOption)
      .addHelpText(
        'after',
        '\nExit codes: 0 the questions were answered, 1 the database cannot be reached, 2 some were not answered.',
      )
      .action((options: { json: boolean }) =>
        withStorage(async ({ storage, settings }) => {
          const answers = await withClient(storage.parts, (client) => ask(client, sections)).catch(
            (error: unknown) => {
              throw storageFailure('The database cannot be reached', error);
            },
          );
          if (name === 'daily') answers.push(await backupsOf(settings));
          answer(options, answers, (answers) => answers.map(told).join('\n\n'));
          if (answers.some(({ failure }) => failure !== undefined)) process.exitCode = exitCodes.partly;
        }),
      ),
  );
}
