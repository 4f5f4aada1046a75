import { findDrift } from '@monkey-tracker/db/drift';
import { migrate, migrationStatus } from '@monkey-tracker/db/migrate';
import { provision } from '@monkey-tracker/db/provision';
import { Command } from 'commander';
import { storageFailure } from '../start/failure.ts';
import { withStorage } from './database.ts';
import { answer, columns, exitCodes, jsonOption } from './output.ts';

interface Options {
  json: boolean;
}

const inWords = (error: unknown) => {
  throw storageFailure('The database cannot be used', error);
};
const time = (moment: number | null) => (moment === null ? '' : new Date(moment).toISOString());

const status = new Command('status')
  .description('Say of each migration whether the database has it, and since when; change nothing')
  .option(...jsonOption)
  .addHelpText('after', '\nExit codes: 0 all are applied, 1 it failed, 3 some are pending.')
  .action((options: Options) =>
    withStorage(async ({ storage }) => {
      const states = await migrationStatus(storage.parts).catch(inWords);
      answer(options, states, (states) =>
        columns(states.map(({ name, state, appliedAt }) => [state, name, time(appliedAt)])),
      );
      if (states.some(({ state }) => state === 'pending')) process.exitCode = exitCodes.found;
    }),
  );

const check = new Command('check')
  .description('Compare the database with what its migrations and this program say; change nothing')
  .option(...jsonOption)
  .addHelpText(
    'after',
    '\nThe migrations run once more in a schema that is never committed: the account must be allowed to make one.' +
      '\nExit codes: 0 all is as it should be, 1 it failed, 3 something differs.',
  )
  .action((options: Options) =>
    withStorage(async ({ storage }) => {
      const drift = await findDrift(storage.parts).catch(inWords);
      answer(options, drift, (drift) =>
        drift.length === 0
          ? 'The database is as its migrations made it.'
          : columns(drift.map(({ kind, what }) => [kind, what])),
      );
      if (drift.length > 0) process.exitCode = exitCodes.found;
    }),
  );

export const migrateCommand = new Command('migrate')
  .enablePositionalOptions()
  .description('Bring the database to the shape that this program needs')
  .option(...jsonOption)
  .addHelpText('after', '\nExit codes: 0 the database is up to date, 1 it failed.')
  .action((options: Options) =>
    withStorage(async ({ storage: { parts } }) => {
      const made = await provision(parts).catch(inWords);
      const applied = await migrate(parts).catch(inWords);
      answer(
        options,
        { made, applied },
        ({ made, applied }) =>
          [...made.map((one) => `made     ${one}`), ...applied.map((one) => `applied  ${one}`)].join('\n') ||
          'Nothing to do: the database is up to date.',
      );
    }),
  )
  .addCommand(status)
  .addCommand(check);
