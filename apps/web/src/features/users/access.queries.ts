import { listTokensOfUser, revokeTokenOfUser } from '@monkey-tracker/contract/access-tokens';
import { listSessionsOfUser, signOutUser } from '@monkey-tracker/contract/users';
import { removeTwoFactorOfUser } from '@monkey-tracker/contract/two-factor';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export const sessionsOfUser = (id: string) =>
  queryOptions({
    queryKey: ['users', id, 'sessions'],
    queryFn: async ({ signal }) => (await call(listSessionsOfUser, { params: { id } }, { signal })).sessions,
    staleTime: 0,
  });

export const tokensOfUser = (id: string) =>
  queryOptions({
    queryKey: ['users', id, 'tokens'],
    queryFn: async ({ signal }) => (await call(listTokensOfUser, { params: { id } }, { signal })).tokens,
    staleTime: 0,
  });

export function useSignOutUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(signOutUser, { params: { id } }),
    onSuccess: (_ended, id) => client.invalidateQueries(sessionsOfUser(id)),
  });
}

export function useRevokeTokenOf(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: string) => call(revokeTokenOfUser, { params: { id, tokenId } }),
    onSuccess: () => client.invalidateQueries(tokensOfUser(id)),
  });
}

export const useRemoveTwoFactor = () =>
  useMutation({ mutationFn: (id: string) => call(removeTwoFactorOfUser, { params: { id } }) });
