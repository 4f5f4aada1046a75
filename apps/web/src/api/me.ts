import type { Account } from '@monkey-tracker/contract/accounts';
import { readMe } from '@monkey-tracker/contract/auth';
import { allows, type Endpoint } from '@monkey-tracker/contract/endpoint';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { keptOnDevice } from './kept.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  ...keptOnDevice,
  queryFn: ({ signal }) => call(readMe, {}, { signal }),
});

/** Who is signed in; the gate before the pages has read it. */
export const useAccount = (): Account => useSuspenseQuery(meQuery).data;

/** Whether the server would let this person call an endpoint; what it would refuse is not offered. */
export function useMay(): (endpoint: Endpoint) => boolean {
  const { roles } = useAccount();
  return (endpoint) => allows(endpoint.access, roles);
}
