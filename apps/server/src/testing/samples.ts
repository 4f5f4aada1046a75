import type { Entry, NewEntry } from '@monkey-tracker/contract/entries';
import { createShow, type NewShow, type Show } from '@monkey-tracker/contract/shows';
import { venueDate } from '@monkey-tracker/contract/calendar';
import type { Client } from './app.ts';

const today = venueDate(Date.now(), 'UTC');

/** A show that breaks no rule, on the venue's today unless told otherwise. */
export const showSample = (change: Partial<NewShow> = {}) => ({
  date: today,
  time: '20:00',
  label: 'Main 1',
  leadPilot: 'Nazar',
  monkeyLead: 'Cleo',
  ...change,
});

/** A nominal entry of one pilot. */
export const entrySample = (change: Partial<NewEntry & Pick<Entry, 'operator'>> = {}) => ({
  unitId: 'D1',
  planned: 'Yes' as const,
  launched: 'Yes' as const,
  status: 'Completed' as const,
  operator: 'Alex',
  ...change,
});

/** A show in the log, made through the API. */
export async function makeShow(client: Client, change: Partial<NewShow> = {}): Promise<Show> {
  const made = await client.call(createShow, { body: showSample(change) });
  if (made.status !== 201) throw new Error(`the show was refused: ${made.problem.detail}`);
  return made.body;
}
