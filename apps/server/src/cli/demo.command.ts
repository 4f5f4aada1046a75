import type { DemoState } from '@monkey-tracker/contract/demo';
import { Command } from 'commander';
import { fillDemo, removeDemo } from '../domains/demo/index.ts';
import { inUnit, type Unit } from '../platform/change.ts';
import { withDatabase } from './database.ts';
import { answer, jsonOption } from './output.ts';

const system = { actorId: null, requestId: null };

const run = (what: string, work: (unit: Unit) => Promise<DemoState>) => (options: { json: boolean }) =>
  withDatabase(async ({ db }) =>
    answer(
      options,
      await inUnit(db, system, work),
      ({ liveShows, archivedShows, entries }) =>
        `${what}: ${liveShows} live shows, ${archivedShows} in the archive, ${entries} entries.`,
    ),
  );

const fill = new Command('fill')
  .description('Fill an empty venue with shows of today and of the last 30 days')
  .option(...jsonOption)
  .action(run('The demo is here', fillDemo));

const remove = new Command('remove')
  .description('Remove what the demo brought, and nothing else')
  .option(...jsonOption)
  .action(run('Removed', removeDemo));

export const demoCommand = new Command('demo')
  .description('Demo data for trying out')
  .addCommand(fill)
  .addCommand(remove);
