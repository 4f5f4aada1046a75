import { Problem } from '../../platform/problem.ts';

export const backupsOff = () =>
  new Problem(
    409,
    'backups.off',
    'This server makes no backups. Set BACKUP_AT and BACKUP_DIR, or use `mt backup`.',
  );

export const backupRuns = () => new Problem(409, 'backups.running', 'A backup is being made at this moment.');
