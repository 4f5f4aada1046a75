import { migrate, migrationStatus } from '@monkey-tracker/db/migrate';
import { provision } from '@monkey-tracker/db/provision';
import { Command } from 'commander';
import { storageFailure } from '../start/failure.ts';
import { withStorage } from './database.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const inWords = (error: unknown) => {
  throw storageFailure('The database cannot be used', error);
};

const status = new Command('status')
  .description('Say of each migration whether the database has it; change nothing')
  .addHelpText('after', '\nExit codes: 0 all are applied, 1 it failed, 3 some are pending.')
  .action(() =>
    withStorage(async ({ storage }) => {
      const states = await migrationStatus(storage.parts).catch(inWords);
      for (const { name, state } of states) say(`${state.padEnd(8)} ${name}`);
      if (states.some(({ state }) => state === 'pending')) process.exitCode = 3;
    }),
  );

export const migrateCommand = new Command('migrate')
  .description('Bring the database to the shape that this program needs')
  .action(() =>
    withStorage(async ({ storage: { parts } }) => {
      for (const made of await provision(parts).catch(inWords)) say(`made     ${made}`);
      const applied = await migrate(parts, { onApplied: (name) => say(`applied  ${name}`) }).catch(inWords);
      if (applied.length === 0) say('Nothing to do: the database is up to date.');
    }),
  )
  .addCommand(status);
