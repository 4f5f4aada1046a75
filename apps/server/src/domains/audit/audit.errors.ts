import { invalid, Problem } from '../../platform/problem.ts';

export const cursorUnknown = () =>
  invalid([{ path: 'cursor', message: 'Use the nextCursor of an earlier answer, or none' }]);

export const recordUnknown = () => new Problem(404, 'audit.record_unknown', 'The log knows no such record');

export const nothingThen = () =>
  new Problem(
    409,
    'audit.nothing_then',
    'There was no such record after this change: there is nothing to restore',
  );

export const showGone = () =>
  new Problem(409, 'audit.show_archived', 'The show is archived. Restore it from the archive first.');
