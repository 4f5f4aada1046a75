export { lockShow } from './shows.service.ts';
