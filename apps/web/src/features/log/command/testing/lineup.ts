import { entrySample } from '../../testing/samples.ts';
import type { CommandRow } from '../plan.ts';

/** A show in which James is logged as an abort, Nick has no unit yet, and one unit is a Monkey. */
export const lineup: CommandRow[] = [
  { number: 1, operator: 'Alex', unitId: 'D1' },
  {
    number: 2,
    operator: 'James',
    unitId: 'D2',
    entry: entrySample({
      operator: 'James',
      unitId: 'D2',
      status: 'Abort',
      primaryIssue: 'RF link',
      subIssue: 'antenna',
      severity: 'Major visible',
      actions: ['Reboot'],
      delaySec: 4,
      notes: 'late',
    }),
  },
  { number: 3, operator: 'John Henery', unitId: 'M-7' },
  { number: 4, operator: 'Nazar', unitId: 'D09' },
  { number: 5, operator: 'Nick', unitId: '' },
  { number: 6, operator: 'Zoë', unitId: 'D14' },
];
