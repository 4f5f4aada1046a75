import { venueDate } from '@monkey-tracker/contract/calendar';
import { readConfig } from '@monkey-tracker/contract/config';
import { readStaff } from '@monkey-tracker/contract/staff';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { keptOnDevice } from './kept.ts';
import { useAccount } from './me.ts';
import { useNow } from './now.ts';

export const configQuery = queryOptions({
  queryKey: ['config'],
  ...keptOnDevice,
  queryFn: ({ signal }) => call(readConfig, {}, { signal }),
});

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  ...keptOnDevice,
  queryFn: ({ signal }) => call(readStaff, {}, { signal }),
});

/** What this person calls a unit: their own word, else the venue's. */
export function useUnitLabel(): string {
  const own = useAccount().settings.unitLabel;
  const { data } = useQuery(configQuery);
  return own ?? data?.unitLabel ?? 'Unit';
}

/** The venue's time zone; undefined until it is known. */
export const useTimeZone = (): string | undefined => useQuery(configQuery).data?.timeZone;

/** The venue's date now, which changes at its midnight; undefined until its time zone is known. */
export function useToday(): string | undefined {
  const timeZone = useTimeZone();
  const now = useNow(20_000);
  return timeZone && venueDate(now, timeZone);
}
