export { describe, freeName, listBackupFiles } from './backup.files.ts';
export { backupPlan } from './backups.service.ts';
export { settleRestored } from './settle.service.ts';
