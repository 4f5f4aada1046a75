import { mostGroups, type ArchiveFilter } from '@monkey-tracker/contract/archive-metrics';
import { invalid } from '../../platform/problem.ts';

export const tooManyGroups = () =>
  invalid([
    {
      path: 'by',
      message: `More than ${mostGroups} groups: ask for a shorter range, or by week or month`,
    },
  ]);

/** Refuses a range that ends before it begins. */
export function ensureRange(
  { from, to }: Pick<ArchiveFilter, 'from' | 'to'>,
  path: 'to' | 'thanTo' = 'to',
): void {
  if (from !== undefined && to !== undefined && to < from) {
    throw invalid([{ path, message: 'The range must not end before it begins' }]);
  }
}

export const cursorUnknown = () =>
  invalid([{ path: 'cursor', message: 'Use the nextCursor of an earlier answer, or none' }]);
