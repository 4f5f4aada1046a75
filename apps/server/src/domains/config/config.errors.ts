import { invalid, Problem } from '../../platform/problem.ts';

export const timeZoneUnknown = () =>
  invalid([{ path: 'timeZone', message: 'The database does not know this time zone' }]);

export const fixedByEnvironment = (path: string) =>
  new Problem(409, 'config.from_environment', 'The environment decides this. Change it there.', {
    errors: [{ path, message: 'The environment decides this' }],
  });

export const postgresNotAlone = () =>
  invalid([
    {
      path: 'postgres',
      message: 'Change the database alone: the other settings live in the database that it leads to',
    },
  ]);

export const ownSecondFactorMissing = () =>
  new Problem(409, 'config.own_second_factor_missing', 'Turn on two-factor sign-in for yourself first', {
    errors: [{ path: 'adminsNeedTwoFactor', message: 'Turn on two-factor sign-in for yourself first' }],
  });
