import { Problem } from '../../platform/problem.ts';

export const userNotFound = () => new Problem(404, 'users.not_found', 'User not found');

export const lastAdmin = () =>
  new Problem(409, 'users.last_admin', 'This is the last administrator. Make another one first.');

export const notInvited = () =>
  new Problem(409, 'users.not_invited', 'This user has a password already. Make a reset link instead.');

export const userDisabled = () =>
  new Problem(409, 'users.disabled', 'This user is disabled. Enable them first.');
