import { invalid } from '../../platform/problem.ts';

export const rangeReversed = () =>
  invalid([{ path: 'to', message: 'The range must not end before it begins' }]);
