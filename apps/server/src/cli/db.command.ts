import { sslDefault } from '@monkey-tracker/db/connection';
import { emptySchema } from '@monkey-tracker/db/empty-schema';
import { Command } from 'commander';
import { StartFailure, storageFailure } from '../start/failure.ts';
import { prepareStorage } from '../start/storage.ts';
import { ensureAgreed } from './agreement.ts';
import { withStorage } from './database.ts';
import { say } from './output.ts';

const reset = new Command('reset')
  .description('Development only: throw all data away and begin anew')
  .option('--yes', 'do not ask', false)
  .addHelpText('after', '\nExit codes: 0 the database is empty and migrated, 1 it failed or was refused.')
  .action((options: { yes: boolean }) =>
    withStorage(async ({ storage, settings, log }) => {
      const { parts, place } = storage;
      if (process.env.NODE_ENV === 'production' || settings.PUBLIC_URL)
        throw new StartFailure(
          'This is no development machine (NODE_ENV or PUBLIC_URL says so): nothing was done.',
        );
      if (sslDefault(parts.host) !== 'disable')
        throw new StartFailure(`${place} is on another machine: nothing was done.`);
      await ensureAgreed({
        what: `All data of ${place}, schema ${parts.schema}, will be gone.`,
        ask: 'Throw them away?',
        refusal: 'Nothing was thrown away.',
        yes: options.yes,
      });
      await emptySchema(parts).catch((error: unknown) => {
        throw storageFailure('The data could not be removed', error);
      });
      await prepareStorage(storage, log);
      say('The database is empty and migrated. Start the server to make the first administrator.');
    }),
  );

export const dbCommand = new Command('db').description('Chores of a developer').addCommand(reset);
