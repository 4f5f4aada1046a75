import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** What retention will purge, when, and whether anything holds it up. Moments are epoch milliseconds. */
export const retention = z.object({
  /** Calendar months after a show's creation at which its snapshot is purged; its numbers stay. */
  months: z.int(),
  /** Snapshots in the archive, and those whose time has come. */
  total: z.int(),
  due: z.int(),
  /** When the next snapshot's time comes; in the past where a purge waits, null where the archive is empty. */
  nextAt: z.number().nullable(),
  /** Snapshots by the month (`YYYY-MM`, UTC) in which their time comes. */
  byMonth: z.array(z.object({ month: z.string(), count: z.int() })),
  paused: z
    .object({ at: z.number(), by: z.object({ id: z.uuid(), displayName: z.string() }).nullable() })
    .nullable(),
  /** Why the purge stopped by itself, in a sentence. */
  stopped: z.string().nullable(),
});
export type Retention = z.output<typeof retention>;

export const readRetention = endpoint({
  method: 'GET',
  path: '/api/archive/retention',
  access: 'viewer',
  summary: 'What retention will purge and when, and whether it is paused or has stopped',
  response: retention,
});

export const updateRetention = endpoint({
  method: 'PUT',
  path: '/api/archive/retention',
  access: 'admin',
  summary: 'Pause the purge or let it go on',
  body: z.strictObject({ paused: z.boolean() }),
  response: retention,
});
