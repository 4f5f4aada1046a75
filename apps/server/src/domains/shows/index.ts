export { showNotFound } from './shows.errors.ts';
export { createShow, lockShow } from './shows.service.ts';
