export {
  archiveActive,
  archiveDueOn,
  archiveOverdue,
  findArchived,
  restoreArchived,
} from './archive.service.ts';
