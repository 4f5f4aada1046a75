import { z } from 'zod';
import { isTimeZone } from './calendar.ts';
import { connection, connectionChange } from './connection.ts';
import { endpoint } from './endpoint.ts';
import { storageMeta } from './storage.ts';
import { unitLabels } from './values.ts';
import { webhookChange, webhookInConfig } from './webhook-settings.ts';

const timeZone = z
  .string()
  .max(100)
  .refine(isTimeZone, { message: 'Time zone must be an IANA name, such as Europe/Berlin' });

const archiveSettings = z.strictObject({
  /** Hours after the later of creation and scheduled start at which a show is archived. */
  afterHours: z
    .int()
    .min(1)
    .max(24 * 14),
  /** Calendar months after a show's creation at which its snapshot is purged. */
  retentionMonths: z.int().min(1).max(1_200),
});

/** When sessions end by themselves: minutes without use, hours in all. */
const sessionSettings = z.strictObject({
  idleMinutes: z.int().min(5).max(5_256_000),
  maxHours: z.int().min(1).max(87_600),
});
export const sessionDefaults = { idleMinutes: 7 * 24 * 60, maxHours: 30 * 24 };

/** Settings that the environment may decide; there it wins. */
export const fixedSettings = ['postgres', 'sessions.idleMinutes', 'sessions.maxHours'] as const;

/** The venue's shared settings and where the data lies. */
export const config = z.object({
  unitLabel: z.enum(unitLabels),
  timeZone: z.string(),
  host: z.string(),
  port: z.int(),
  /** Its address, headers and state for administrators only; its secret never. */
  webhook: webhookInConfig,
  archive: archiveSettings,
  /** Connection of the database, for administrators only; the password never. */
  postgres: connection.optional(),
  sessions: sessionSettings,
  /** Whether administrators are dispatchers until they have a second factor. */
  adminsNeedTwoFactor: z.boolean(),
  /** What cannot be changed here, because the environment says it; for administrators only. */
  readOnly: z.array(z.enum(fixedSettings)).optional(),
  storageMeta,
});
export type Config = z.output<typeof config>;

export const readConfig = endpoint({
  method: 'GET',
  path: '/api/config',
  access: 'viewer',
  summary: 'The shared settings',
  response: config,
});

export const updateConfig = endpoint({
  method: 'PUT',
  path: '/api/config',
  access: 'admin',
  summary: 'Change the named shared settings, for all at once',
  body: z.strictObject({
    unitLabel: z.enum(unitLabels).optional(),
    timeZone: timeZone.optional(),
    archive: archiveSettings.partial().optional(),
    webhook: webhookChange.optional(),
    sessions: sessionSettings.partial().optional(),
    adminsNeedTwoFactor: z.boolean().optional(),
    /** Alone in a request: the other settings live in the database that it leads to. */
    postgres: connectionChange.optional(),
  }),
  response: config,
});
export type ConfigChange = z.output<typeof updateConfig.body>;
