import { venueDate } from '@monkey-tracker/contract/calendar';
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { serverNow } from '../api/clock.ts';
import { session } from '../api/here.ts';
import { meQuery } from '../api/me.ts';
import { isProblem } from '../api/problem-error.ts';
import { configQuery } from '../api/venue.ts';
import { paths } from './paths.ts';

/** Lets the signed-in through, and leads everybody else to the sign-in and back to where they were going. */
export async function ensureSignedIn(client: QueryClient, href: string): Promise<void> {
  // The layout then asks for the password over the page, which keeps what was typed there.
  if (session.state === 'ended') return;
  // Pages that this device kept open at once, also with the network gone; the server speaks when it can.
  if (client.getQueryData(meQuery.queryKey)) return session.resume();
  try {
    await session.token();
    await client.ensureQueryData(meQuery);
  } catch (error) {
    if (!isProblem(error, { status: 401 })) throw error;
    throw redirect({ to: paths.signIn, search: { to: href } });
  }
}

/** Leads to the venue's today. */
export async function toToday(client: QueryClient): Promise<never> {
  const { timeZone } = await client.ensureQueryData(configQuery);
  throw redirect({ to: paths.day, params: { date: venueDate(serverNow(), timeZone) } });
}

/** Leads to the page that this person wants to see first. */
export async function toFirstPage(client: QueryClient): Promise<never> {
  const { settings } = await client.ensureQueryData(meQuery);
  throw redirect({ to: paths[settings.defaultView ?? 'today'] });
}

/** Where to go after signing in: an address of these pages, never one of another site. */
export const wayBack = (to: unknown): string =>
  typeof to === 'string' && /^\/(?![/\\])/.test(to) && !to.startsWith(paths.signIn) ? to : paths.home;
