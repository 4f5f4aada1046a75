import {
  createAccessToken,
  listAccessTokens,
  revokeAccessToken,
} from '@monkey-tracker/contract/access-tokens';
import type { Arguments } from '@monkey-tracker/contract/endpoint';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => (await call(listAccessTokens, {}, { signal })).tokens,
  staleTime: 0,
});

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Arguments<typeof createAccessToken>['body']) => call(createAccessToken, { body }),
    onSuccess: () => client.invalidateQueries(tokensQuery),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(revokeAccessToken, { params: { id } }),
    onSuccess: () => client.invalidateQueries(tokensQuery),
  });
}
