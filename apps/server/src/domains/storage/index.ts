export { describe } from './storage.service.ts';
