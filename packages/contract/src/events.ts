import { z } from 'zod';

/** Every kind of change the log knows; a type is never renamed. */
export const eventTypes = [
  'show.created',
  'show.updated',
  'show.archived',
  'show.deleted',
  'show.restored',
  'entry.created',
  'entry.updated',
  'entry.deleted',
  'staff.updated',
  'config.updated',
  'archive.imported',
  'archive.purged',
  'archive.purge_stopped',
  'demo.created',
  'demo.removed',
  'first_steps.updated',
  'archive.purge_paused',
  'archive.purge_resumed',
  'user.created',
  'user.updated',
  'user.deleted',
  'user.password_changed',
  'user.reset_requested',
  'user.reset_link_created',
  'user.invited',
  'user.invitation_accepted',
  'user.two_factor_enabled',
  'user.two_factor_removed',
  'user.recovery_codes_renewed',
  'session.started',
  'session.ended',
  'session.reuse_detected',
  'token.created',
  'token.revoked',
  'webhook.updated',
  'webhook.paused',
  'webhook.resumed',
  'webhook.tested',
  'webhook.redelivered',
  'backup.restored',
  'storage.exchanged',
] as const;
export type EventType = (typeof eventTypes)[number];

/** Kinds that only administrators may read: they are in the audit log, not in the live stream. */
export const isAdministrative = (type: EventType): boolean =>
  /^(user|session|token|webhook|backup|storage)\./.test(type);

/**
 * One change as the live stream tells it, `id:` being `seq`.
 * `after` is the record as it stands now, null where it is gone.
 */
export const liveEvent = z.object({
  seq: z.int(),
  at: z.number(),
  actor: z.object({ id: z.uuid(), displayName: z.string() }).nullable(),
  type: z.enum(eventTypes),
  subjectId: z.string().nullable(),
  showId: z.string().nullable(),
  after: z.unknown(),
});
export type LiveEvent = z.output<typeof liveEvent>;

/** The stream's path: server-sent events named `change` (a LiveEvent) and `reset` (read all anew). */
export const eventStreamPath = '/api/events';
