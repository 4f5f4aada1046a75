import { join, resolve } from 'node:path';
import type { Backup, BackupState } from '@monkey-tracker/contract/backups';
import { writeBackup } from '@monkey-tracker/db/backup/write';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { withLock } from '@monkey-tracker/db/single-client';
import { describe, forgetOld, freeName, listBackupFiles } from './backup.files.ts';
import { backupRuns, backupsOff } from './backups.errors.ts';
import { isDue } from './schedule.ts';

interface Plan {
  /** The database as it is now: an administrator may exchange it. */
  partsNow: () => ConnectionParts;
  folder: string;
  /** `HH:MM`, or null where this server makes none. */
  at: string | null;
  keep: number;
}

/** What the settings say of backups: where they lie, and when the clock makes one. */
export function backupPlan(settings: {
  BACKUP_DIR?: string;
  BACKUP_AT?: string;
  BACKUP_KEEP: number;
  DATA_DIR: string;
  databaseFromOutside?: ConnectionParts;
}): Omit<Plan, 'partsNow'> {
  const at = settings.BACKUP_AT ?? (settings.databaseFromOutside ? 'off' : '03:30');
  return {
    folder: resolve(settings.BACKUP_DIR ?? join(settings.DATA_DIR, 'backups')),
    at: at === 'off' ? null : at,
    keep: settings.BACKUP_KEEP,
  };
}

/** This server's backups: made by the clock or on demand, one at a time on one database. */
export function createBackups({ partsNow, folder, at, keep }: Plan) {
  let running: Promise<Backup | undefined> | undefined;
  let failure: string | null = null;

  async function make(byTheClock: boolean): Promise<Backup | undefined> {
    const parts = partsNow();
    running ??= withLock(parts, 'backup', async () => {
      const name = await freeName(folder, new Date(), byTheClock);
      await writeBackup(parts, join(folder, name));
      await forgetOld(folder, keep);
      return describe(folder, name);
    });
    try {
      const made = await running;
      failure = null;
      return made;
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
      throw error;
    } finally {
      running = undefined;
    }
  }

  const list = () => listBackupFiles(folder);
  const newestAt = async () => (await list())[0]?.createdAt ?? null;

  return {
    list,
    state: async (): Promise<BackupState> => ({
      at,
      keep,
      running: running !== undefined,
      newestAt: await newestAt(),
      failure,
    }),
    /** @throws Problem where this server makes none, or one is being made. */
    async makeNow(): Promise<Backup> {
      if (at === null) throw backupsOff();
      if (running) throw backupRuns();
      const made = await make(false);
      if (!made) throw backupRuns();
      return made;
    },
    /** Makes today's backup unless it is there. @returns what was made. */
    async makeIfDue(now: Date): Promise<Backup | undefined> {
      if (at === null || running || !isDue(at, now, await newestAt())) return undefined;
      return make(true);
    },
    settled: async () => void (await running?.catch(() => undefined)),
  };
}
export type Backups = ReturnType<typeof createBackups>;
