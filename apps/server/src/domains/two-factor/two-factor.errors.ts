import { invalid, Problem } from '../../platform/problem.ts';

/** The password was right; what is missing is the code. */
export const codeRequired = () =>
  new Problem(401, 'auth.second_factor_required', 'Enter the code of your authenticator app');

export const codeWrong = (status: 400 | 401) =>
  new Problem(status, 'auth.second_factor_wrong', 'This code is wrong, or it was used already', {
    errors: [{ path: 'code', message: 'This code is wrong, or it was used already' }],
  });

export const passwordWrong = () => invalid([{ path: 'password', message: 'The password is wrong' }]);

export const alreadyOn = () => new Problem(409, 'two_factor.on', 'Two-factor sign-in is on already');
export const notBegun = () =>
  new Problem(409, 'two_factor.not_begun', 'Begin first: there is no authenticator to confirm');
export const notOn = () => new Problem(409, 'two_factor.off', 'Two-factor sign-in is not on');

export const isRequired = () =>
  new Problem(409, 'two_factor.required', 'The venue asks administrators for a second factor');

export const userNotFound = () => new Problem(404, 'users.not_found', 'User not found');
