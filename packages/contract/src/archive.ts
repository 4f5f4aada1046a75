import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { show } from './shows.ts';
import { idOf } from './text.ts';

/** The show as it was when it left the log; `deletedAt` stands only where it was deleted. */
export const archivedShow = z.looseObject({
  ...show.shape,
  archivedAt: z.number(),
  deletedAt: z.number().optional(),
});
export type ArchivedShow = z.output<typeof archivedShow>;

const params = z.object({ id: idOf('Show not found') });

export const listArchive = endpoint({
  method: 'GET',
  path: '/api/shows/archive',
  access: 'viewer',
  summary: 'The archived shows with their entries, last archived first',
  response: z.object({ shows: z.array(archivedShow) }),
});

export const archiveShow = endpoint({
  method: 'POST',
  path: '/api/shows/:id/archive',
  access: 'dispatcher',
  summary: 'Archive a show now; twice gives the same answer',
  params,
  response: archivedShow,
});

export const deleteShow = endpoint({
  method: 'DELETE',
  path: '/api/shows/:id',
  access: 'dispatcher',
  summary: 'Delete a show: it goes to the archive, marked as deleted',
  params,
  response: archivedShow,
});

export const restoreShow = endpoint({
  method: 'POST',
  path: '/api/shows/archive/:id/restore',
  access: 'dispatcher',
  summary: 'Bring an archived show back to life, within the five a day',
  params,
  response: show,
});
