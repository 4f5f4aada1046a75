export { createEntry } from './entries.service.ts';
