export { createResetLink, listUsers, readUser } from './users.service.ts';
