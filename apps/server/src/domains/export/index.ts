export { exportEntries } from './export.service.ts';
