export { updateSettings } from './config.service.ts';
