import { z } from 'zod';
import { backupState } from './backups.ts';
import { endpoint } from './endpoint.ts';
import { storageMeta, webhookSummary } from './storage.ts';

/** What an administrator sees beyond the reduced answer. Moments are epoch milliseconds. */
const details = z.object({
  host: z.string(),
  database: z.string(),
  schema: z.string(),
  serverVersion: z.string(),
  pool: z.object({ total: z.int(), idle: z.int(), waiting: z.int(), max: z.int() }),
  migrations: z.object({ applied: z.int(), pending: z.int(), newest: z.string().nullable() }),
  archive: z.object({
    active: z.int(),
    archived: z.int(),
    lastSweepAt: z.number().nullable(),
    /** Why the last purge stopped itself, where it did. */
    purgeStopped: z.string().nullable(),
    /** Snapshots that retention will purge at its next run. */
    purgeDue: z.int(),
  }),
  events: z.object({ head: z.int(), streams: z.int() }),
  webhook: z.object({
    /** Deliveries that are still to be sent, and when the oldest of them was made. */
    waiting: z.int(),
    oldestWaitingAt: z.number().nullable(),
    /** Deliveries that were given up within the last 30 days. */
    dead: z.int(),
    pausedReason: z.string().nullable(),
    lastSuccessAt: z.number().nullable(),
    lastFailureAt: z.number().nullable(),
    /** Why the last failed attempt failed. */
    lastFailure: z.string().nullable(),
  }),
  backups: backupState,
});

export const health = endpoint({
  method: 'GET',
  path: '/api/health',
  access: 'public',
  summary: 'Whether the server and its database are well; more for administrators',
  response: z.object({
    status: z.literal('ok'),
    storage: z.string(),
    storageMeta,
    webhook: webhookSummary,
    details: details.optional(),
  }),
});

const state = z.object({ status: z.literal('ok') });

export const alive = endpoint({
  method: 'GET',
  path: '/healthz',
  access: 'public',
  summary: 'The process answers',
  response: state,
});

export const ready = endpoint({
  method: 'GET',
  path: '/readyz',
  access: 'public',
  summary: 'The database answers and is migrated',
  response: state.extend({
    database: z.literal('ok'),
    migrations: z.literal('ok'),
    /** Whether an administrator is moving to another database at this moment; requests go on meanwhile. */
    exchange: z.enum(['none', 'running']),
  }),
});
