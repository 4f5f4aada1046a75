export { archiveActive, archiveDueOn, findArchived, takeFromArchive } from './archive.service.ts';
