import { invalid } from '../../platform/problem.ts';

export const timeZoneUnknown = () =>
  invalid([{ path: 'timeZone', message: 'The database does not know this time zone' }]);
