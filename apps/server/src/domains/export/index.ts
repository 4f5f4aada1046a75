export { csvOf } from './csv.ts';
export { exportEntries } from './export.service.ts';
