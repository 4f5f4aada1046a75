import { serversConnected } from '@monkey-tracker/db/backup/occupied';
import { openDatabase } from '@monkey-tracker/db/client';
import { type ConnectionParts, sslDefault } from '@monkey-tracker/db/connection';
import { emptySchema } from '@monkey-tracker/db/empty-schema';
import { silentLog } from '@monkey-tracker/db/log';
import { withClient } from '@monkey-tracker/db/single-client';
import { Command, Option } from 'commander';
import { fillDemo } from '../domains/demo/index.ts';
import { inUnit } from '../platform/change.ts';
import { StartFailure, storageFailure } from '../start/failure.ts';
import { prepareStorage } from '../start/storage.ts';
import { ensureAgreed } from './agreement.ts';
import { withStorage } from './database.ts';
import { say } from './output.ts';

const reset = new Command('reset')
  .description('Development only: throw all data away and begin anew')
  .option('--yes', 'do not ask', false)
  .addOption(new Option('--seed <what>', 'what the new database is filled with').choices(['demo']))
  .addHelpText('after', '\nExit codes: 0 the database is empty and migrated, 1 it failed or was refused.')
  .action((options: { yes: boolean; seed?: 'demo' }) =>
    withStorage(async ({ storage, settings, log }) => {
      const { parts, place } = storage;
      if (process.env.NODE_ENV === 'production' || settings.PUBLIC_URL)
        throw new StartFailure(
          'This is no development machine (NODE_ENV or PUBLIC_URL says so): nothing was done.',
        );
      if (sslDefault(parts.host) !== 'disable')
        throw new StartFailure(`${place} is on another machine: nothing was done.`);
      const servers = await withClient(parts, serversConnected).catch((error: unknown) => {
        throw storageFailure('The database cannot be used', error);
      });
      if (servers > 0)
        throw new StartFailure(
          `A server is connected to this database (${servers} connections). Stop it first.`,
        );
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
      if (options.seed) await seedDemo(parts);
      say(
        `The database is ${options.seed ? 'new, with the demo' : 'empty and migrated'}. Start the server to make the first administrator.`,
      );
    }),
  );

async function seedDemo(parts: ConnectionParts): Promise<void> {
  const { db, close } = openDatabase({ ...parts, poolMin: 0 }, silentLog);
  await inUnit(db, { actorId: null, requestId: null }, fillDemo).finally(close);
}

export const dbCommand = new Command('db').description('Chores of a developer').addCommand(reset);
