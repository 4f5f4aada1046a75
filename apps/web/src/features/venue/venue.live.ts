import type { LiveEvent } from '@monkey-tracker/contract/events';
import type { QueryClient } from '@tanstack/react-query';
import { demoQuery, firstStepsQuery } from '../../api/first-steps.ts';
import { configQuery, staffQuery } from '../../api/venue.ts';

/** What may have brought a new venue a step further. */
const steps = ['staff.updated', 'config.updated', 'show.created', 'archive.imported', 'first_steps.updated'];

/** Reads rosters, settings and what is left to do anew when somebody changed them. */
export function applyToVenue(client: QueryClient, { type }: LiveEvent): void {
  if (type === 'staff.updated') void client.invalidateQueries(staffQuery);
  if (type === 'config.updated') void client.invalidateQueries(configQuery);
  const isDemo = type.startsWith('demo.');
  if (isDemo) void client.invalidateQueries(demoQuery);
  if (isDemo || steps.includes(type)) void client.invalidateQueries(firstStepsQuery);
}
