import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idOf, storable } from './text.ts';

/** An open page of somebody: which show it shows, and whose line it has open for editing. */
export const presence = z.object({
  clientId: z.uuid(),
  user: z.object({ id: z.uuid(), displayName: z.string() }),
  showId: z.uuid().nullable(),
  /** The pilot key of the line. */
  editing: z.string().nullable(),
});
export type Presence = z.output<typeof presence>;

/** The name under which the event stream tells of everybody who is here: an array of Presence. */
export const presenceEvent = 'presence';

/** A page that has not said for this long that it is still there counts for nothing, milliseconds. */
export const presenceLastsMs = 45_000;

const params = z.object({ clientId: idOf('Presence not found') });

export const announcePresence = endpoint({
  method: 'PUT',
  path: '/api/presence/:clientId',
  access: 'viewer',
  summary: 'Tell where an open page is; again at least every 45 seconds',
  params,
  body: z.strictObject({ showId: id.nullable(), editing: storable(200).nullable() }),
  status: 204,
  response: z.void(),
});

export const endPresence = endpoint({
  method: 'DELETE',
  path: '/api/presence/:clientId',
  access: 'viewer',
  summary: 'Tell that a page was closed',
  params,
  status: 204,
  response: z.void(),
});
