import { changePassword, endSession, listSessions, logout, updateMe } from '@monkey-tracker/contract/auth';
import type { Arguments } from '@monkey-tracker/contract/endpoint';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { meQuery } from '../../api/me.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await call(listSessions, {}, { signal })).sessions,
  staleTime: 0,
});

type Profile = Arguments<typeof updateMe>['body'];

export function useSaveMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Profile) => call(updateMe, { body }),
    onSuccess: (account) => client.setQueryData(meQuery.queryKey, account),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { currentPassword: string; password: string }) => call(changePassword, { body }),
    onSuccess: () => client.invalidateQueries(sessionsQuery),
  });
}

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(endSession, { params: { id } }),
    onSuccess: () => client.invalidateQueries(sessionsQuery),
  });
}

export const useSignOut = () => useMutation({ mutationFn: () => call(logout, {}) });
