export { showNotFound } from './shows.errors.ts';
export { createShow, lockShow, updateShow } from './shows.service.ts';
