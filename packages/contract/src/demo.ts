import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** How much of the demo is there: its shows in the log and in the archive, and the entries of both. */
export const demoState = z.object({
  liveShows: z.int(),
  archivedShows: z.int(),
  entries: z.int(),
});
export type DemoState = z.output<typeof demoState>;

export const readDemo = endpoint({
  method: 'GET',
  path: '/api/demo',
  access: 'admin',
  summary: 'How much demo data is there',
  response: demoState,
});

export const fillDemo = endpoint({
  method: 'POST',
  path: '/api/demo',
  access: 'admin',
  summary: 'Fill an empty venue with shows of today and of the last 30 days, for trying out',
  status: 201,
  response: demoState,
});

export const removeDemo = endpoint({
  method: 'DELETE',
  path: '/api/demo',
  access: 'admin',
  summary: 'Remove the shows that the demo brought, and nothing else; answers what went',
  response: demoState,
});
