import { invalid } from '../../platform/problem.ts';

export const cursorUnknown = () =>
  invalid([{ path: 'cursor', message: 'Use the nextCursor of an earlier answer, or none' }]);
