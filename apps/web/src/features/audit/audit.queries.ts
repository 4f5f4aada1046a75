import { listAudit, verifyAudit } from '@monkey-tracker/contract/audit';
import { infiniteQueryOptions, useMutation } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ signal, pageParam }) =>
    call(listAudit, { query: { cursor: pageParam || undefined } }, { signal }),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
  staleTime: 0,
});

export const useVerify = () => useMutation({ mutationFn: () => call(verifyAudit, {}) });
