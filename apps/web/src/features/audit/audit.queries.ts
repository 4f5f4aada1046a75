import { type AuditFilter, listAudit, verifyAudit } from '@monkey-tracker/contract/audit';
import { readRecordAt, restoreRecord } from '@monkey-tracker/contract/audit-records';
import { listUsers } from '@monkey-tracker/contract/users';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      call(listAudit, { query: { ...filter, cursor: pageParam || undefined } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });

/** Who may have changed something; people that were removed are found by their changes. */
export const peopleQuery = queryOptions({
  queryKey: ['audit', 'people'],
  queryFn: async ({ signal }) => (await call(listUsers, {}, { signal })).users,
});

/** A record as a change left it, and as it is. */
export const recordQuery = (id: string, seq: number) =>
  queryOptions({
    queryKey: ['audit', 'record', id, seq],
    queryFn: ({ signal }) => call(readRecordAt, { params: { id }, query: { seq } }, { signal }),
    staleTime: 0,
    retry: false,
  });

export const useVerify = () => useMutation({ mutationFn: () => call(verifyAudit, {}) });

export function useRestoreRecord() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, seq }: { id: string; seq: number }) =>
      call(restoreRecord, { params: { id }, body: { seq } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit'] }),
  });
}
