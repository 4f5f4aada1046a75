import { z } from 'zod';
import { entry } from './entries.ts';
import { endpoint } from './endpoint.ts';
import { show } from './shows.ts';
import { idOf, momentInAddress } from './text.ts';

const params = z.object({ id: idOf('The log knows no such record') });
const shown = show.omit({ entries: true });

/** A show without its entries, or an entry, as the log rebuilds it. */
const rebuilt = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('show'), was: shown.nullable(), now: shown.nullable() }),
  z.object({ kind: z.literal('entry'), was: entry.nullable(), now: entry.nullable() }),
]);
export type Rebuilt = z.output<typeof rebuilt>;

export const readRecordAt = endpoint({
  method: 'GET',
  path: '/api/audit/records/:id',
  access: 'admin',
  summary:
    'A show or an entry as it was after a change or at a moment, and as it is now; null where it was not there',
  params,
  query: z.strictObject({
    /** The number of the last change to count. */
    seq: z.coerce.number().int().min(0).optional(),
    /** Epoch milliseconds. */
    at: momentInAddress.optional(),
  }),
  response: rebuilt,
});

export const restoreRecord = endpoint({
  method: 'POST',
  path: '/api/audit/records/:id/restore',
  access: 'admin',
  summary: 'Put a show or an entry back to what it was after a change, as a new change within the rules',
  params,
  body: z.strictObject({ seq: z.int().min(1) }),
  status: 204,
  response: z.void(),
});
