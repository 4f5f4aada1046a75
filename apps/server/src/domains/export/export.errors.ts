import { invalid, Problem } from '../../platform/problem.ts';

export const showNotFound = () => new Problem(404, 'shows.not_found', 'Show not found');

export const rangeReversed = () =>
  invalid([{ path: 'to', message: 'The range must not end before it begins' }]);
