import type { LiveEvent } from '@monkey-tracker/contract/events';
import type { QueryClient } from '@tanstack/react-query';
import { configQuery, staffQuery } from '../../api/venue.ts';

/** Reads rosters and settings anew when somebody changed them. */
export function applyToVenue(client: QueryClient, { type }: LiveEvent): void {
  if (type === 'staff.updated') void client.invalidateQueries(staffQuery);
  if (type === 'config.updated') void client.invalidateQueries(configQuery);
}
