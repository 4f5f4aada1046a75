import { invalid, Problem } from '../../platform/problem.ts';

export const invalidCredentials = () =>
  new Problem(401, 'auth.invalid_credentials', 'Invalid email or password');

export const notSignedIn = () => new Problem(401, 'auth.required', 'Authentication required');

export const sessionEnded = () =>
  new Problem(401, 'auth.session_ended', 'Your session has ended. Sign in again.');

export const foreignOrigin = () =>
  new Problem(403, 'auth.foreign_origin', 'This request came from a page of another site');

export const sessionNotFound = () => new Problem(404, 'auth.session_not_found', 'Session not found');

export const accountGone = () => new Problem(404, 'auth.account_not_found', 'This account no longer exists');

export const setupDone = () => new Problem(404, 'auth.setup_done', 'Setup is already done');

const atToken = (code: string, message: string) =>
  new Problem(400, code, message, { errors: [{ path: 'token', message }] });

export const setupTokenInvalid = () =>
  atToken(
    'auth.setup_token_invalid',
    'This setup token is not valid. The newest one is in the start-up log.',
  );

export const resetTokenInvalid = () =>
  atToken('auth.reset_token_invalid', 'This link is no longer valid. Ask an administrator for a new one.');

export const invitationInvalid = () =>
  atToken(
    'auth.invitation_invalid',
    'This invitation is no longer valid. Ask an administrator for a new one.',
  );

export const currentPasswordWrong = () =>
  invalid([{ path: 'currentPassword', message: 'The current password is wrong' }]);

export const passwordUnchanged = () =>
  invalid([{ path: 'password', message: 'Choose another password than the current one' }]);

export const emailTaken = () => new Problem(409, 'users.email_taken', 'Another user has this email address');
