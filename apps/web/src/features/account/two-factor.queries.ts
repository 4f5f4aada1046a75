import {
  beginTwoFactor,
  confirmTwoFactor,
  disableTwoFactor,
  readTwoFactor,
  renewRecoveryCodes,
} from '@monkey-tracker/contract/two-factor';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export const twoFactorQuery = queryOptions({
  queryKey: ['two-factor'],
  queryFn: ({ signal }) => call(readTwoFactor, {}, { signal }),
  staleTime: 0,
});

function useReadAnew() {
  const client = useQueryClient();
  // What an administrator may do hangs on it as well.
  return () => client.invalidateQueries();
}

interface Proof {
  password: string;
  code: string;
}

export const useBeginTwoFactor = () =>
  useMutation({ mutationFn: (password: string) => call(beginTwoFactor, { body: { password } }) });

export const useConfirmTwoFactor = () =>
  useMutation({
    mutationFn: (code: string) => call(confirmTwoFactor, { body: { code } }),
    onSuccess: useReadAnew(),
  });

export const useRenewRecoveryCodes = () =>
  useMutation({
    mutationFn: (body: Proof) => call(renewRecoveryCodes, { body }),
    onSuccess: useReadAnew(),
  });

export const useDisableTwoFactor = () =>
  useMutation({ mutationFn: (body: Proof) => call(disableTwoFactor, { body }), onSuccess: useReadAnew() });
