export {
  archiveActive,
  archiveDueOn,
  archiveOverdue,
  findArchived,
  takeFromArchive,
} from './archive.service.ts';
