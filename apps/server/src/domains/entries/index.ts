export { createEntry, updateEntry } from './entries.service.ts';
