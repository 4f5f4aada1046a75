import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** A backup that lies in the server's folder. Moments are epoch milliseconds. */
const backup = z.object({
  name: z.string(),
  createdAt: z.number(),
  /** Made by the clock: it goes when enough newer ones are there. */
  daily: z.boolean(),
  /** Bytes on disk. */
  bytes: z.int(),
  rows: z.int(),
  events: z.int(),
});
export type Backup = z.output<typeof backup>;

/** How this server's own backups stand. */
export const backupState = z.object({
  /** When the daily one is made, by the clock of the server's machine; null where it makes none. */
  at: z.string().nullable(),
  keep: z.int(),
  running: z.boolean(),
  /** The newest in the folder, whoever made it. */
  newestAt: z.number().nullable(),
  /** Why the last attempt of this server failed; null once one has succeeded. */
  failure: z.string().nullable(),
});
export type BackupState = z.output<typeof backupState>;

export const listBackups = endpoint({
  method: 'GET',
  path: '/api/backups',
  access: 'admin',
  summary: 'The backups in the server’s folder, newest first, and when the next is made',
  response: z.object({ state: backupState, backups: z.array(backup) }),
});

export const makeBackup = endpoint({
  method: 'POST',
  path: '/api/backups',
  access: 'admin',
  summary: 'Makes a backup now and answers when it is whole',
  status: 201,
  response: backup,
});
