import { readDemo } from '@monkey-tracker/contract/demo';
import { readFirstSteps } from '@monkey-tracker/contract/first-steps';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

/** What is left to do at a new venue. New users are not in the live stream: asked anew by each page that shows it. */
export const firstStepsQuery = queryOptions({
  queryKey: ['first-steps'],
  queryFn: ({ signal }) => call(readFirstSteps, {}, { signal }),
  staleTime: 0,
});

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => call(readDemo, {}, { signal }),
});
