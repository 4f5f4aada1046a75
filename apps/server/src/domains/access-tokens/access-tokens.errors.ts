import { invalid, Problem } from '../../platform/problem.ts';

export const tokenNotFound = () => new Problem(404, 'tokens.not_found', 'Token not found');

export const roleNotHeld = () =>
  invalid([{ path: 'role', message: 'A token can have only a role that you hold yourself' }]);

export const tooManyTokens = (most: number) =>
  new Problem(409, 'tokens.too_many', `There are ${most} tokens already. Revoke one that is no longer used.`);
