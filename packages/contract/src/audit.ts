import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { eventTypes, liveEvent } from './events.ts';
import { id, momentInAddress } from './text.ts';

export const auditEvent = liveEvent.extend({
  before: z.unknown(),
  requestId: z.string().nullable(),
  hash: z.string(),
});
export type AuditEvent = z.output<typeof auditEvent>;

/** Which changes: of a person, of a kind, of a show, of one record, between two moments (epoch milliseconds). */
const filter = z.strictObject({
  actor: id.optional(),
  type: z.enum(eventTypes).optional(),
  show: id.optional(),
  subject: id.optional(),
  from: momentInAddress.optional(),
  to: momentInAddress.optional(),
});
export type AuditFilter = z.output<typeof filter>;

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  access: 'admin',
  summary: 'The log of all changes, newest first',
  query: filter.extend({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ events: z.array(auditEvent), nextCursor: z.string().nullable() }),
});

/** `brokenAt` is the sequence number of the first event whose hash does not fit. */
export const verifyAudit = endpoint({
  method: 'GET',
  path: '/api/audit/verify',
  access: 'admin',
  summary: 'Whether the chain of hashes is whole, or where it breaks',
  response: z.object({ whole: z.boolean(), events: z.int(), brokenAt: z.int().nullable() }),
});

export const exportAudit = endpoint({
  method: 'GET',
  path: '/api/audit/export',
  access: 'admin',
  summary: 'The log as a file, newest first: CSV, or one JSON text on each line',
  query: filter.extend({ format: z.enum(['csv', 'jsonl']).default('csv') }),
  response: z.void(),
  file: true,
});
