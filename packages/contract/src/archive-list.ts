import { z } from 'zod';
import { archivedShow } from './archive.ts';
import { archiveFilter } from './archive-metrics.ts';
import { endpoint } from './endpoint.ts';
import { metrics, type Metrics } from './metrics.ts';
import { idOf, storable } from './text.ts';

const numbers = z.object(
  Object.fromEntries(metrics.map(({ name }) => [name, z.number().nullable()])),
) as unknown as z.ZodType<Metrics>;

/** An archived show without its entries. `purgedAt` is when retention will take it. */
const archivedLine = z.object({
  id: z.uuid(),
  date: z.string(),
  time: z.string(),
  label: z.string(),
  leadPilot: z.string(),
  monkeyLead: z.string(),
  createdAt: z.number(),
  archivedAt: z.number(),
  deletedAt: z.number().nullable(),
  purgedAt: z.number(),
  metrics: numbers,
});
export type ArchivedLine = z.output<typeof archivedLine>;

export const listArchivedShows = endpoint({
  method: 'GET',
  path: '/api/archive/shows',
  access: 'viewer',
  summary:
    'The archived shows page by page, the latest date first; q finds names, units, batteries and issues',
  query: archiveFilter.extend({
    q: storable(100).trim().optional(),
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ shows: z.array(archivedLine), nextCursor: z.string().nullable() }),
});

export const readArchivedShow = endpoint({
  method: 'GET',
  path: '/api/archive/shows/:id',
  access: 'viewer',
  summary: 'One archived show with its entries; its history is in the audit log under its id',
  params: z.object({ id: idOf('Show not found') }),
  response: archivedShow,
});
