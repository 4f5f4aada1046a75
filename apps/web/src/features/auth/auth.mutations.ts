import {
  acceptInvitation,
  completeSetup,
  confirmPasswordReset,
  login,
  readSetup,
  requestPasswordReset,
} from '@monkey-tracker/contract/auth';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { session } from '../../api/here.ts';

/** Whether the first administrator is still to be made. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => call(readSetup, {}, { signal }),
  staleTime: 0,
});

export const useSignIn = () =>
  useMutation({
    mutationFn: (body: { email: string; password: string; code?: string }) => call(login, { body }),
    onSuccess: (signedIn) => session.open(signedIn),
  });

export const useSetup = () =>
  useMutation({
    mutationFn: (body: { token: string; email: string; displayName: string; password: string }) =>
      call(completeSetup, { body }),
    onSuccess: (signedIn) => session.open(signedIn),
  });

export const useAcceptInvitation = () =>
  useMutation({
    mutationFn: (body: { token: string; password: string }) => call(acceptInvitation, { body }),
    onSuccess: (signedIn) => session.open(signedIn),
  });

export const useRequestReset = () =>
  useMutation({ mutationFn: (email: string) => call(requestPasswordReset, { body: { email } }) });

export const useConfirmReset = () =>
  useMutation({
    mutationFn: (body: { token: string; password: string }) => call(confirmPasswordReset, { body }),
  });
