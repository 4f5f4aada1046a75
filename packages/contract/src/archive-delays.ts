import { z } from 'zod';
import { archiveFilter } from './archive-metrics.ts';
import { endpoint } from './endpoint.ts';

/** Where the steps of the distribution begin, in seconds; each ends where the next begins, the last never. */
export const delaySteps = [0, 1, 5, 10, 15, 30, 45, 60, 90, 120, 180, 300, 600] as const;

/** `to` is null for the last step; a delay of exactly `from` belongs to the step. */
const step = z.object({ from: z.number(), to: z.number().nullable(), count: z.int() });
export type DelayStep = z.output<typeof step>;

/** The distribution of counted steps: `counts` has a number for each of `delaySteps`. */
export const toDelaySteps = (counts: readonly number[]): DelayStep[] =>
  delaySteps.map((from, index) => ({ from, to: delaySteps[index + 1] ?? null, count: counts[index] ?? 0 }));

export const readDelays = endpoint({
  method: 'GET',
  path: '/api/archive/delays',
  access: 'viewer',
  summary: 'How the delays of the archive are distributed; a missing one is told apart from 0',
  query: archiveFilter,
  response: z.object({
    n: z.int(),
    /** Entries without a delay. */
    missing: z.int(),
    median: z.number().nullable(),
    /** Nine of ten delays are not longer. */
    ninetieth: z.number().nullable(),
    steps: z.array(step),
  }),
});
