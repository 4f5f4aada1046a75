import type { Arguments } from '@monkey-tracker/contract/endpoint';
import { readMail, testMail } from '@monkey-tracker/contract/mail';
import { inviteUser, renewInvitation } from '@monkey-tracker/contract/users';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { usersQuery } from './users.queries.ts';

export function useInviteUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Arguments<typeof inviteUser>['body']) => call(inviteUser, { body }),
    onSuccess: () => client.invalidateQueries(usersQuery),
  });
}

export const useRenewInvitation = () =>
  useMutation({
    mutationFn: ({ id, show }: { id: string; show: boolean }) =>
      call(renewInvitation, { params: { id }, body: { show } }),
  });

/** Mail is sent by itself: it is looked at again while something waits. */
export const mailQuery = queryOptions({
  queryKey: ['mail'],
  queryFn: ({ signal }) => call(readMail, {}, { signal }),
  refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? 2_000 : false),
});

export function useTestMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(testMail, {}),
    onSuccess: () => client.invalidateQueries(mailQuery),
  });
}
