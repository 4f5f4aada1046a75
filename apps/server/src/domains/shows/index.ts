export { createShow, lockShow } from './shows.service.ts';
