export { createResetLink, listUsers } from './users.service.ts';
