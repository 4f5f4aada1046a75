import { Command } from 'commander';
import { adminCommand } from './admin.command.ts';
import { backupCommand } from './backup.command.ts';
import { dbCommand } from './db.command.ts';
import { demoCommand } from './demo.command.ts';
import { doctorCommand } from './doctor.command.ts';
import { exportCommand } from './export.command.ts';
import { importCommand } from './import.command.ts';
import { migrateCommand } from './migrate.command.ts';
import { opsCommand } from './ops.command.ts';
import { restoreCommand } from './restore.command.ts';
import { rolesCommand } from './roles.command.ts';

/** All that `mt` can do. */
export const program = new Command('mt')
  .description('Looks after a Monkey Tracker: works beside a running server and without one.')
  .addHelpText(
    'after',
    "\nExit codes: 0 it is done, 1 it failed or the command was wrong; others stand in the command's own help." +
      '\nThe database is the one the server would use: DATABASE_URL, PG*, or the one in DATA_DIR.',
  )
  .addCommand(importCommand)
  .addCommand(exportCommand)
  .addCommand(migrateCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addCommand(doctorCommand)
  .addCommand(opsCommand)
  .addCommand(rolesCommand)
  .addCommand(adminCommand)
  .addCommand(demoCommand)
  .addCommand(dbCommand)
  .enablePositionalOptions()
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError();
