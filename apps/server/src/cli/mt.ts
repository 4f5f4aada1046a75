import { Command } from 'commander';
import { adminCommand } from './admin.command.ts';
import { demoCommand } from './demo.command.ts';
import { importCommand } from './import.command.ts';
import { migrateCommand } from './migrate.command.ts';
import { inWords } from '../start/words.ts';

const mt = new Command('mt')
  .description('Looks after a Monkey Tracker: works beside a running server and without one.')
  .addHelpText(
    'after',
    '\nThe database is the one the server would use: DATABASE_URL, PG*, or the one in DATA_DIR.',
  )
  .addCommand(importCommand)
  .addCommand(migrateCommand)
  .addCommand(adminCommand)
  .addCommand(demoCommand)
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError();

try {
  await mt.parseAsync();
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`);
  process.exitCode = 1;
}
