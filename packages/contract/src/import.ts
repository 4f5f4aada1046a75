import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const list = z.array(z.unknown()).max(100_000);
/** A list of records, or the whole answer that carried it. */
const records = z.union([list, z.looseObject({ shows: list }).transform((answer) => answer.shows)]);

/** What the old software answered: its shows, its archive and its rosters, each optional. */
export const importSource = z.strictObject({
  shows: records.optional(),
  archive: records.optional(),
  staff: z.unknown().optional(),
});
export type ImportSource = z.output<typeof importSource>;

const tally = z.object({ imported: z.int(), present: z.int(), refused: z.int() });

/** How an import went; `refused` says of each record that was not taken what it was and why. */
export const importReport = z.object({
  dryRun: z.boolean(),
  shows: tally,
  archive: tally,
  entries: tally,
  names: tally,
  refused: z.array(z.object({ source: z.string(), id: z.string().nullable(), reason: z.string() })),
  /** Archived shows that retention would purge at its next run. */
  purgeDue: z.int(),
});
export type ImportReport = z.output<typeof importReport>;

export const importLegacy = endpoint({
  method: 'POST',
  path: '/api/import',
  access: 'admin',
  summary: "Take over the old software's data; running it twice changes nothing",
  query: z.strictObject({ dryRun: z.stringbool().default(false) }),
  body: importSource,
  response: importReport,
});
