import { type ConfigChange, updateConfig } from '@monkey-tracker/contract/config';
import { replaceStaff, type StaffReplacement } from '@monkey-tracker/contract/staff';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { configQuery, staffQuery } from '../../api/venue.ts';

export function useReplaceStaff() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: StaffReplacement) => call(replaceStaff, { body }),
    onSuccess: (staff) => {
      client.setQueryData(staffQuery.queryKey, staff);
      return client.invalidateQueries({ queryKey: ['staff', 'history'] });
    },
  });
}

export function useUpdateConfig() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ConfigChange) => call(updateConfig, { body }),
    onSuccess: (config) => client.setQueryData(configQuery.queryKey, config),
  });
}
